"""One DFT calculation with GPAW: a JSON request on standard input, a JSON answer on the last line of standard output.

Request  {"cell": [[x, y, z] * 3] in Å, "symbols": [...], "positions": [[a, b, c], ...] fractional,
          "xc": "PBE", "cutoff_eV": 600, "kpoints": 6, "width_eV": 0.02, "energy_tolerance_eV": 1e-4 per valence electron,
          "relax": "positions" | "cell" (left out for a single point), "force_tolerance_eV_A": 0.02, "relax_steps": 100}
Answer   {"ok": {"energy_eV", "gap_eV", "direct_gap_eV", "forces_eV_A", "stress_GPa" (xx, yy, zz, yz, xz, xy), "cell", "positions",
                 "irreducible_kpoints", "core_seconds", "version"}}
      or {"error": {"kind": "missing" | "input" | "convergence" | "calculation", "message": "..."}}
The exit code is 0 for both: an error the script understands is an answer. GPAW's own log goes to standard error.
"""
import json
import sys
import time


def load_gpaw():
    try:
        import gpaw
        return gpaw
    except ImportError as error:
        return answer_error("missing", f"{sys.executable} cannot import gpaw ({error})")


def answer_error(kind, message):
    print(json.dumps({"error": {"kind": kind, "message": message}}), flush=True)
    sys.exit(0)


def gaps(calculator):
    """Indirect and direct Kohn-Sham gap over the k-mesh (eV); 0 where a band crosses."""
    electrons = round(calculator.get_number_of_electrons())
    if electrons % 2:
        return 0.0, 0.0  # the highest level is half filled
    filled = electrons // 2
    highest, lowest, direct = -float("inf"), float("inf"), float("inf")
    for k in range(len(calculator.get_ibz_k_points())):
        levels = calculator.get_eigenvalues(kpt=k)
        top, bottom = float(levels[filled - 1]), float(levels[filled])
        highest, lowest, direct = max(highest, top), min(lowest, bottom), min(direct, bottom - top)
    return max(0.0, lowest - highest), max(0.0, direct)


class NotRelaxed(Exception):
    pass


def relax(atoms, request):
    """Moves atoms, and the cell where asked, until forces and stress are below the tolerance."""
    from ase.constraints import ExpCellFilter
    from ase.optimize import BFGS
    target = ExpCellFilter(atoms) if request["relax"] == "cell" else atoms
    if not BFGS(target, logfile=None).run(fmax=request["force_tolerance_eV_A"], steps=request["relax_steps"]):
        raise NotRelaxed(f"{request['relax_steps']} steps did not bring the forces below {request['force_tolerance_eV_A']} eV/Å")


def calculation(gpaw, request):
    from ase import Atoms
    from ase.units import GPa
    atoms = Atoms(request["symbols"], cell=request["cell"], scaled_positions=request["positions"], pbc=True)
    started = time.process_time()
    atoms.calc = calculator = gpaw.GPAW(
        mode=gpaw.PW(request["cutoff_eV"]), xc=request["xc"],
        kpts={"size": [request["kpoints"]] * 3, "gamma": True},
        occupations=gpaw.FermiDirac(request["width_eV"]),
        convergence={"energy": request["energy_tolerance_eV"]}, txt=sys.stderr)
    if "relax" in request:
        relax(atoms, request)
    energy = atoms.get_potential_energy()
    stress = [float(component) / GPa for component in atoms.get_stress()]
    indirect, direct = gaps(calculator)
    return {"energy_eV": energy, "gap_eV": indirect, "direct_gap_eV": direct,
            "forces_eV_A": atoms.get_forces().tolist(), "stress_GPa": stress,
            "cell": atoms.cell.tolist(), "positions": atoms.get_scaled_positions(wrap=False).tolist(),
            "irreducible_kpoints": len(calculator.get_ibz_k_points()),
            "core_seconds": time.process_time() - started, "version": gpaw.__version__}


def main():
    gpaw = load_gpaw()
    try:
        request = json.load(sys.stdin)
        print(json.dumps({"ok": calculation(gpaw, request)}), flush=True)
    except (KeyError, json.JSONDecodeError) as error:
        answer_error("input", f"the request lacks or garbles {error}")
    except (gpaw.KohnShamConvergenceError, NotRelaxed) as error:
        answer_error("convergence", str(error))
    except Exception as error:  # whatever GPAW raises is an answer, not a crash
        answer_error("calculation", f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
