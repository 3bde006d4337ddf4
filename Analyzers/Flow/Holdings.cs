using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Finds what a body takes and gives back. What it only takes is none: a semaphore may as well be a signal.</summary>
internal sealed class Holdings
{
    private const string Perhaps = "perhaps ";

    // One for each bit of a set.
    private const int Most = 48;

    private static readonly Regex s_takes = new("^(Try)?(Enter|Acquire|Lock|Obtain|Seize)([A-Z].*)?$|^(Get|Take|Begin|Open|Create|Use|Hold|Write|Read|With)[A-Za-z]*Lock([A-Z].*)?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_gives = new("^(Exit|Release|Unlock|Leave|Free)([A-Z].*)?$|^(End|Close|Return|Drop)[A-Za-z]*Lock([A-Z].*)?$", RegexOptions.CultureInvariant);

    private readonly Places _places;
    private readonly Func<SyntaxNode, bool> _isPatched;
    private readonly List<Holding> _all = [];
    private readonly Dictionary<IOperation, int> _taken = [];
    private readonly Dictionary<IOperation, int> _given = [];
    private readonly List<(LockStatementSyntax Statement, int Index)> _blocks = [];

    /// <param name="body">The body.</param>
    /// <param name="places">Its places.</param>
    /// <param name="isPatched">Whether a call is swapped for one of a twin.</param>
    public Holdings(BodyGraph body, Places places, Func<SyntaxNode, bool> isPatched)
    {
        _places = places;
        _isPatched = isPatched;
        IOperation[] steps = [.. body.Steps.SelectMany(static s => s)];
        Dictionary<string, List<IOperation>> given = [];
        foreach (IOperation step in steps)
        {
            if (GivenBy(step) is string key)
            {
                if (!given.TryGetValue(key, out List<IOperation>? ends))
                {
                    given.Add(key, ends = []);
                }

                ends.Add(step);
            }
        }

        foreach (IOperation step in given.Count == 0 ? [] : steps)
        {
            if (TakenBy(step) is Holding holding && given.TryGetValue(holding.Key, out List<IOperation>? ends))
            {
                int index = _all.FindIndex(other => other.Key == holding.Key);
                if (index < 0 && _all.Count < Most)
                {
                    index = _all.Count;
                    _all.Add(holding);
                    ends.ForEach(end => _given[end] = index);
                }

                if (index >= 0)
                {
                    _taken[step] = index;
                }
            }
        }

        foreach (IOperation step in steps)
        {
            if (step is IExpressionStatementOperation { Syntax: LockStatementSyntax statement, Operation: IInvalidOperation invalid } && invalid.ChildOperations.FirstOrDefault() is IOperation gate && _all.Count < Most)
            {
                AddBlock(statement, gate);
            }
        }

        foreach (KeyValuePair<string, List<IOperation>> end in given)
        {
            bool isLock = !end.Key.StartsWith(Perhaps, StringComparison.Ordinal) || end.Value.OfType<IInvocationOperation>().Any(static call => call.TargetMethod.Name.EndsWith("Lock", StringComparison.Ordinal) || call.TargetMethod.Name == "Unlock");
            if (isLock && _all.Count < Most && _all.All(other => other.Key != end.Key))
            {
                Brought |= 1UL << _all.Count;
                end.Value.ForEach(step => _given[step] = _all.Count);
                _all.Add(new Holding(end.Key, HoldingKind.PerhapsLock, "", end.Value[0]));
            }
        }
    }

    public IReadOnlyList<Holding> All => _all;

    /// <summary>The bits of what is given back without having been taken: whoever calls holds it.</summary>
    public ulong Brought { get; }

    /// <summary>The bit of what is taken by an operation; zero for none.</summary>
    public ulong Taken(IOperation operation) => _taken.TryGetValue(operation, out int index) ? 1UL << index : 0;

    /// <summary>The bit of what is given back by an operation; zero for none.</summary>
    public ulong Given(IOperation operation) => _given.TryGetValue(operation, out int index) ? 1UL << index : 0;

    /// <summary>
    /// The bits of the <c>lock</c> statements around an operation that the compiler's graph says nothing of: with nullable types on, it knows no end of a <c>lock</c> on a
    /// <c>Lock</c>.
    /// </summary>
    public ulong Around(IOperation operation)
    {
        ulong bits = 0;
        foreach ((LockStatementSyntax statement, int index) in _blocks)
        {
            bits |= statement.Statement.Span.Contains(operation.Syntax.Span) ? 1UL << index : 0;
        }

        return bits;
    }

    /// <summary>The bits of all such statements that are not around an operation.</summary>
    public ulong NotAround(IOperation operation) => _blocks.Count == 0 ? 0 : _blocks.Aggregate(0UL, static (bits, block) => bits | (1UL << block.Index)) & ~Around(operation);

    /// <summary>The bits of what is let go of while an operation waits, and held again afterwards.</summary>
    public ulong LentBy(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "Monitor" }, Arguments: [{ Value: IOperation gate }, ..] } => BitOf(KeyOf(gate)),
        IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "CoCondition" } } => ulong.MaxValue >> (64 - Most),
        _ => 0,
    };

    /// <summary>The bits of a kind.</summary>
    public ulong Of(params HoldingKind[] kinds)
    {
        ulong bits = 0;
        for (int i = 0; i < _all.Count; i++)
        {
            bits |= kinds.Contains(_all[i].Kind) ? 1UL << i : 0;
        }

        return bits;
    }

    private void AddBlock(LockStatementSyntax statement, IOperation gate)
    {
        string key = KeyOf(gate);
        int index = _all.FindIndex(other => other.Key == key);
        if (index < 0)
        {
            index = _all.Count;
            _all.Add(new Holding(key, HoldingKind.Lock, NameOf(gate), gate));
        }

        _blocks.Add((statement, index));
    }

    private ulong BitOf(string key) => _all.FindIndex(other => other.Key == key) is >= 0 and int index ? 1UL << index : 0;

    private Holding? TakenBy(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Type: { Name: "TransactionScope", ContainingNamespace: { Name: "Transactions", ContainingNamespace.Name: "System" } } } scope:
                return Flows(scope) ? null : new Holding(KeyOf(scope), HoldingKind.Transaction, "TransactionScope", scope);
            case IInvocationOperation { TargetMethod: IMethodSymbol { ContainingType: INamedTypeSymbol type } method } call:
                if (type.Name == "Thread" && method.Name is "BeginThreadAffinity" or "BeginCriticalRegion")
                {
                    return new Holding(method.Name, HoldingKind.Region, $"Thread.{method.Name}", call);
                }

                HoldingKind? kind = method.Name switch
                {
                    _ when type.Name == "SpinLock" && IsThreading(type) => method.Name is "Enter" or "TryEnter" ? HoldingKind.SpinLock : null,
                    _ when IsLock(type) => method.Name is "Wait" or "WaitOne" or "WaitAsync" || s_takes.IsMatch(method.Name)
                        ? call.IsImplicit || IsOfRuntime(type) || _isPatched(call.Syntax) || method.Name == "WaitAsync" ? HoldingKind.Lock : HoldingKind.ThreadLock
                        : null,
                    _ when s_takes.IsMatch(method.Name) => HoldingKind.PerhapsLock,
                    _ => null,
                };
                return kind is HoldingKind found && OwnerOf(call) is IOperation owner
                    ? new Holding(KeyOf(found, owner), found, NameOf(owner), call)
                    : kind is HoldingKind.PerhapsLock ? new Holding(KeyOf(HoldingKind.PerhapsLock, null), HoldingKind.PerhapsLock, method.Name, call) : null;
            default:
                return null;
        }
    }

    // What is replaced flows, and so does what says so. What says something that is not known here is not told of.
    private bool Flows(IObjectCreationOperation scope) =>
        _isPatched(scope.Syntax) || scope.Arguments.Any(static argument => argument.Value is { Type.Name: "TransactionScopeAsyncFlowOption", ConstantValue: var value } && (!value.HasValue || value.Value is 1));

    private string? GivenBy(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: IMethodSymbol { ContainingType: INamedTypeSymbol type } method } call)
        {
            return null;
        }

        if (method.Name == "Dispose" && method.Parameters.IsEmpty && call.Instance is IOperation scope && TakenBy(ValueOf(scope)) is Holding held)
        {
            return held.Key;
        }

        if (type.Name == "Thread" && method.Name is "EndThreadAffinity" or "EndCriticalRegion")
        {
            return "Begin" + method.Name.Substring("End".Length);
        }

        return !s_gives.IsMatch(method.Name) ? null
            : OwnerOf(call) is not IOperation owner ? KeyOf(HoldingKind.PerhapsLock, null)
            : KeyOf(type.Name == "SpinLock" ? HoldingKind.SpinLock : IsLock(type) ? HoldingKind.Lock : HoldingKind.PerhapsLock, owner);
    }

    private IOperation ValueOf(IOperation scope)
    {
        IOperation resolved = _places.Resolve(scope);
        return resolved is ILocalReferenceOperation local && _places.OnlyValueOf(local.Local) is IOperation value ? _places.Resolve(value) : resolved;
    }

    /// <summary>The object that is the lock.</summary>
    private IOperation? OwnerOf(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name is "Monitor" or "CoMonitor" && call.Arguments.Length > 0 ? call.Arguments[0].Value : call.Instance;

    private string KeyOf(HoldingKind kind, IOperation? owner) => kind switch
    {
        HoldingKind.PerhapsLock => Perhaps + (owner is null ? "" : KeyOf(owner)),
        HoldingKind.SpinLock => "spin " + KeyOf(owner!),
        _ => KeyOf(owner!),
    };

    private string KeyOf(IOperation owner)
    {
        IOperation resolved = _places.Resolve(owner);
        return _places.PathOf(resolved)?.Path ?? resolved.Syntax.ToString();
    }

    private string NameOf(IOperation owner)
    {
        string text = _places.Resolve(owner).Syntax.ToString();
        return text.Length <= 40 ? text : "the lock";
    }

    private static bool IsLock(INamedTypeSymbol type) => IsOfRuntime(type)
        ? type.Name is "CoLock" or "CoMonitor" or "CoSemaphore" or "CoReaderWriterLock"
        : IsThreading(type) && type.Name is "Monitor" or "Lock" or "SemaphoreSlim" or "Semaphore" or "Mutex" or "WaitHandle" or "ReaderWriterLockSlim" or "ReaderWriterLock";

    private static bool IsOfRuntime(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "CoGen", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsThreading(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
