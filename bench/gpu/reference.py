"""Times the Python reference, a checkout of txie-93/cgcnn, on crystals whose neighbours are given, and prints one JSON object.

reference.py CHECKOUT FOLDER DEVICE BATCH EPOCHS SECONDS

Its own network, collation and optimiser loop (main.py) run unchanged in meaning; what is left out is its featuriser, whose result is
given, which favours it: atoms.i32 (atoms of each crystal), numbers.i32 (atoms), neighbors.i32 and distances.f32 (atoms x 12), and
targets.f32 (crystals) lie in FOLDER, the last tenth of the crystals being held out.
"""
import json
import sys
import time
import types
from pathlib import Path

import numpy as np
import torch

NEIGHBORS, RATE = 12, 1e-3

# The featuriser's import, which is not needed here and may not be installed.
structure = types.ModuleType("pymatgen.core.structure")
structure.Structure = object
for name, module in {"pymatgen": types.ModuleType("pymatgen"), "pymatgen.core": types.ModuleType("pymatgen.core"), "pymatgen.core.structure": structure}.items():
    sys.modules.setdefault(name, module)


def crystals(folder, checkout, expand):
    """What the reference's data set yields for each crystal."""
    read = lambda name, kind: np.fromfile(folder / name, dtype=kind)
    atoms, numbers = read("atoms.i32", np.int32), read("numbers.i32", np.int32)
    neighbors = read("neighbors.i32", np.int32).reshape(-1, NEIGHBORS)
    distances = read("distances.f32", np.float32).reshape(-1, NEIGHBORS)
    table = {int(key): value for key, value in json.loads((checkout / "data/sample-regression/atom_init.json").read_text()).items()}
    first = 0
    for count, target in zip(atoms, read("targets.f32", np.float32)):
        here = slice(first, first + count)
        features = torch.tensor(np.array([table[int(number)] for number in numbers[here]]), dtype=torch.float32)
        edges = torch.tensor(expand(distances[here]), dtype=torch.float32)
        yield (features, edges, torch.tensor(neighbors[here], dtype=torch.int64)), torch.tensor([float(target)]), str(first)
        first += count


def moved(inputs, device):
    features, edges, neighbors, members = inputs
    return (features.to(device, non_blocking=True), edges.to(device, non_blocking=True), neighbors.to(device, non_blocking=True),
            [one.to(device, non_blocking=True) for one in members])


def main():
    checkout, folder, device = Path(sys.argv[1]), Path(sys.argv[2]), torch.device(sys.argv[3])
    batch, epochs, seconds = int(sys.argv[4]), int(sys.argv[5]), float(sys.argv[6])
    sys.path.insert(0, str(checkout))
    from cgcnn.data import GaussianDistance, collate_pool
    from cgcnn.model import CrystalGraphConvNet

    torch.manual_seed(0)
    data = list(crystals(folder, checkout, GaussianDistance(dmin=0, dmax=8, step=0.2).expand))
    held = len(data) // 10
    train, test = data[:-held], data[-held:]
    targets = torch.cat([target for _, target, _ in train])
    mean, spread = targets.mean(), targets.std()
    (features, edges, _), _, _ = data[0]
    model = CrystalGraphConvNet(features.shape[-1], edges.shape[-1], atom_fea_len=64, n_conv=3, h_fea_len=128, n_h=1).to(device)
    optimizer, criterion = torch.optim.Adam(model.parameters(), RATE), torch.nn.MSELoss()
    wait = torch.cuda.synchronize if device.type == "cuda" else lambda: None
    loader = torch.utils.data.DataLoader(train, batch_size=batch, shuffle=True, collate_fn=collate_pool, pin_memory=device.type == "cuda")

    began, rates = time.perf_counter(), []
    for _ in range(epochs):
        start = time.perf_counter()
        for inputs, target, _ in loader:
            output = model(*moved(inputs, device))
            loss = criterion(output, ((target - mean) / spread).to(device, non_blocking=True))
            loss.detach().cpu()  # as main.py, which records it after every step
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        wait()
        rates.append(len(train) / (time.perf_counter() - start))
        if time.perf_counter() - began > seconds:
            break

    model.eval()
    start, error = time.perf_counter(), 0.0
    with torch.no_grad():
        for inputs, target, _ in torch.utils.data.DataLoader(test, batch_size=batch, collate_fn=collate_pool):
            output = model(*moved(inputs, device)).cpu() * spread + mean
            error += (output - target).abs().sum().item()
    infer = len(test) / (time.perf_counter() - start)
    memory = torch.cuda.max_memory_reserved() / 2**30 if device.type == "cuda" else None
    print(json.dumps({
        "torch": torch.__version__, "train_per_s": float(np.median(rates[1:] or rates)), "infer_per_s": infer, "epochs": len(rates),
        "mae": error / len(test), "memory_gib": memory,
    }))


main()
