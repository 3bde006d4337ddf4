using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Flow;

/// <summary>What is held for certain at each operation.</summary>
internal sealed class HeldAnalysis : ForwardAnalysis<HeldAnalysis.Bits>
{
    private readonly Holdings _holdings;
    private readonly Dictionary<IOperation, ulong> _held = [];

    public HeldAnalysis(BodyGraph body, Holdings holdings, CancellationToken cancellationToken)
        : base(body)
    {
        _holdings = holdings;
        if (holdings.All.Count > 0)
        {
            Run(cancellationToken);
        }
    }

    /// <summary>What is held while an operation runs.</summary>
    public ulong At(IOperation operation) => (_held.TryGetValue(operation, out ulong held) ? held : 0) | _holdings.Around(operation);

    protected override Bits Begin() => new() { Held = _holdings.Brought };

    protected override Bits Copy(Bits state) => new() { Held = state.Held };

    protected override bool Join(Bits state, Bits other)
    {
        ulong before = state.Held;
        state.Held &= other.Held;
        return state.Held != before;
    }

    protected override void Step(Bits state, IOperation operation, int block, bool isLast)
    {
        state.Held &= ~_holdings.Given(operation);
        if (IsSettled && state.Held != 0)
        {
            _held[operation] = state.Held;
        }

        state.Held |= _holdings.Taken(operation);
    }

    internal sealed class Bits
    {
        public ulong Held { get; set; }
    }
}
