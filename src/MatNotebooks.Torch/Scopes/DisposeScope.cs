using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes, at its end, every tensor created on this thread since its beginning, unless moved or detached. Made by
/// <see cref="NewDisposeScope"/>; scopes nest.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? t_current;

    // A disposed or moved member leaves an empty place, so that each knows its own.
    private readonly List<IDisposable?> _members = [];
    private int _count;

    internal DisposeScope()
    {
        OuterScope = t_current;
        t_current = this;
    }

    /// <summary>The innermost scope of this thread.</summary>
    internal static DisposeScope? Current => t_current;

    internal DisposeScope? OuterScope { get; private set; }

    /// <summary>What this scope would dispose now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. _members.Where(m => m is not null)!];

    /// <summary>How many things this scope would dispose now.</summary>
    public int DisposablesCount => _count;

    /// <summary>Hands a tensor to the scope around this one.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
        => MoveToOther(OuterScope, disposable);

    /// <summary>Hands two tensors to the scope around this one.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Hands three tensors to the scope around this one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Hands tensors to the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Hands tensors to the scope around this one.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            MoveToOuter(disposable);
    }

    /// <summary>Hands a tensor to another scope, or to none when it is null.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Forget(disposable);
        scope?.Include(disposable);
        return disposable;
    }

    /// <summary>Takes a tensor out of this scope: the caller disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
        => MoveToOther(null, disposable);

    /// <summary>Takes tensors out of this scope: the caller disposes them.</summary>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes tensors out of this scope: the caller disposes them.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Detach(disposable);
    }

    /// <summary>Takes a tensor into this scope, out of the one it is in.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is Tensor { OwningDisposeScope: { } other })
            other.Forget(disposable);
        Include(disposable);
    }

    /// <summary>Disposes everything in this scope now; the scope goes on.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes everything in this scope now except these; the scope goes on.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.ToArray();
        foreach (var kept in keep)
            Forget(kept);
        DisposeMembers();
        foreach (var kept in keep)
            Include(kept);
    }

    /// <summary>Disposes everything in this scope now except these; the scope goes on.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes everything in this scope now except one tensor; the scope goes on.</summary>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Whether this scope would dispose a thing.</summary>
    public bool Contains(IDisposable disposable) => Find(disposable) >= 0;

    /// <summary>Ends the scope and disposes what is in it.</summary>
    public void Dispose()
    {
        if (t_current == this)
            t_current = OuterScope;
        else
            CutOut();
        DisposeMembers();
    }

    internal void Include(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
            (tensor.OwningDisposeScope, tensor.ScopeSlot) = (this, _members.Count);
        _members.Add(disposable);
        _count++;
    }

    internal void Forget(IDisposable disposable)
    {
        var at = Find(disposable);
        if (at < 0)
            return;
        _members[at] = null;
        _count--;
        if (disposable is Tensor tensor)
            tensor.OwningDisposeScope = null;
        if (_count == 0)
            _members.Clear();
    }

    private int Find(IDisposable disposable)
        => disposable is not Tensor tensor ? _members.IndexOf(disposable) : tensor.OwningDisposeScope == this ? tensor.ScopeSlot : -1;

    private void DisposeMembers()
    {
        for (var i = 0; i < _members.Count; i++)
        {
            if (_members[i] is { } member)
                member.Dispose();
        }
        _members.Clear();
        _count = 0;
    }

    /// <summary>A scope ended before an inner one: it leaves the chain.</summary>
    private void CutOut()
    {
        for (var scope = t_current; scope is not null; scope = scope.OuterScope)
        {
            if (scope.OuterScope == this)
                scope.OuterScope = OuterScope;
        }
    }
}
