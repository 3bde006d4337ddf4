namespace CoGen.Tests.Linearizability;

/// <summary>The checker itself: it must not let everything pass.</summary>
public class HistoryTests
{
    private sealed record Register(int Value);

    [Fact]
    public void Overlapping_calls_may_have_happened_in_either_order()
    {
        History<Register> history = new(new Register(0));
        int write = history.Now();
        int read = history.Now();
        history.Note("read 1", read, state => state.Value == 1 ? state : null);
        history.Note("write 1", write, _ => new Register(1));
        history.ShouldBeLinearizable();
    }

    [Fact]
    public void A_call_that_had_returned_happened_before()
    {
        History<Register> history = new(new Register(0));
        history.Note("write 1", history.Now(), _ => new Register(1));
        history.Note("read 0", history.Now(), state => state.Value == 0 ? state : null);
        Assert.Contains("read 0", Assert.ThrowsAny<Exception>(history.ShouldBeLinearizable).Message, StringComparison.Ordinal);
    }
}
