using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Physics;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Core.Tests.Training.Studies;

public sealed class OctetStudyTests
{
    private static readonly OctetDataset Table = OctetDataset.Load();
    private static readonly OctetStudy Study = new(Table);

    [Fact]
    public void Who_knows_the_curves_is_judged_to_know_everything()
    {
        var outcome = Study.LeaveCompoundsOut(new Knowing(0), 5, 0, [0, 1]);
        var report = outcome.Ensemble;
        Assert.Equal(Table.Series.Count, report.Curves.Count);
        Assert.Equal(0, report.CurvesWithoutMinimum);
        Assert.InRange(report.EnergyError, 0, 5); // the curves miss the calculations by that much
        Assert.InRange(report.LatticeConstantError, 0, 1e-6);
        Assert.InRange(report.BulkModulusError, 0, 1e-3);
        Assert.Equal(1, report.PhaseAccuracy);
        Assert.Equal(Table.Compounds.Count(), report.Phases.Count);
        Assert.Equal(2, outcome.Seeds.Count);
    }

    [Fact]
    public void A_mistake_is_measured_in_the_unit_that_is_said()
    {
        // 20 meV/atom too much in rocksalt alone: 40 meV per formula unit in the difference, so 20 meV/atom.
        var report = Study.LeaveCompoundsOut(new Knowing(0.020), 5, 1, [0]).Ensemble;
        Assert.Equal(20, report.PhaseEnergyError, 1e-6);
        Assert.InRange(report.EnergyError, 9, 15); // half the rows
        Assert.InRange(report.LatticeConstantError, 0, 1e-6);
        Assert.True(report.PhaseAccuracy < 1);
    }

    [Fact]
    public void No_compound_is_learned_from_and_judged_by()
    {
        var learner = new Knowing(0);
        Study.LeaveCompoundsOut(learner, 5, 0, [0]);
        Assert.Equal(5, learner.Learned.Count);
        Assert.All(learner.Learned, fold => Assert.Empty(fold.Train.Intersect(fold.Predicted)));
        Assert.Equal(Table.Compounds.Order(), learner.Learned.SelectMany(fold => fold.Predicted).Distinct().Order());
    }

    /// <summary>Says of every crystal the energy of its compound's Birch–Murnaghan curve, rocksalt shifted | eV/atom.</summary>
    private sealed class Knowing(double shiftOfRocksalt) : ILearner
    {
        private static readonly Dictionary<(string, Prototype), BirchMurnaghan> Curves = Table.Series.ToDictionary(
            series => (series.Compound, series.Prototype), series => EquationOfState.Fit(series.Volumes, series.Energies).Curve);

        public string Name => "knowing";

        public List<(HashSet<string> Train, HashSet<string> Predicted)> Learned { get; } = [];

        public IPredictor Learn(TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
        {
            (HashSet<string> Train, HashSet<string> Predicted) fold = ([.. train.Samples.Select(sample => sample.Group)], []);
            lock (Learned) Learned.Add(fold);
            return new Predictor(shiftOfRocksalt, fold.Predicted);
        }

        private sealed class Predictor(double shift, HashSet<string> asked) : IPredictor
        {
            public double[,] Predict(TrainingData data)
            {
                var predicted = new double[data.Count, 1];
                for (var row = 0; row < data.Count; row++)
                {
                    var (crystal, compound) = (data.Samples[row].Crystal, data.Samples[row].Group);
                    asked.Add(compound);
                    var prototype = crystal.Sites[1].Position.A > 0.4 ? Prototype.Rocksalt : Prototype.Zincblende;
                    predicted[row, 0] = (Curves[(compound, prototype)].EnergyAt(crystal.Lattice.Volume) / 2) + (prototype == Prototype.Rocksalt ? shift : 0);
                }
                return predicted;
            }

            public void Dispose()
            {
            }
        }
    }
}
