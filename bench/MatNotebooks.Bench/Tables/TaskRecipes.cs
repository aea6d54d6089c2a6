using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Bench.Tables;

/// <summary>The recipe that tasks begin from: that of phonons, chosen by cross-validation inside the training rows of their first fold.</summary>
internal static class TaskRecipes
{
    /// <summary>All within 4.5 Å.</summary>
    public static GraphOptions Neighbors => PhononStudy.Neighbors;

    /// <summary>64 values, 3 rounds, distances in sums of covalent radii, attention readout.</summary>
    public static GemPpmOptions Shape => PhononStudy.Shape;

    /// <summary>
    /// For ten thousand rows and more: as <see cref="Shape"/>, without dropout and twice as wide. Inside the training rows of perovskites the
    /// first takes the error from 0.057 to 0.049 eV per cell, the second to 0.045.
    /// </summary>
    public static GemPpmOptions Large => Shape with { Dropout = 0, Width = 2 * Shape.Width };

    /// <summary>AdamW with a one-cycle schedule that ends at rest: no row decides when to stop.</summary>
    /// <param name="epochs">Passes over the training rows.</param>
    /// <param name="batch">Crystals per step.</param>
    /// <param name="targets">What is done to the targets.</param>
    public static TrainerOptions Network(int epochs, int batch, TargetTransform targets) =>
        PhononStudy.Recipe with { Epochs = epochs, BatchSize = batch, Targets = targets };

    /// <summary>For hundreds of rows with much noise: as <see cref="Network"/>, at half the learning rate.</summary>
    public static TrainerOptions Gentle(int epochs, TargetTransform targets) =>
        Network(epochs, 32, targets) with { Optimizer = new AdamWOptimizer { LearningRate = 1e-3, WeightDecay = 5e-2 } };
}
