namespace MatNotebooks.Training;

/// <summary>Where the graphs of training data are kept, and with it who puts batches together.</summary>
public enum GraphPlace
{
    /// <summary>
    /// On the model's device where that is a GPU and the training can (the network reads such batches, crystals are not changed from step
    /// to step, and nothing is demanded of predictions but their labels); else in the host's memory.
    /// </summary>
    Automatic,

    /// <summary>In the host's memory: for data sets that do not fit on the device.</summary>
    Host,

    /// <summary>On the model's device.</summary>
    Device,
}
