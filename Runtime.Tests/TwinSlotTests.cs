using CoGen.CompilerServices;

namespace CoGen.Tests;

/// <summary>Whether a twin is bypassed by a derived type that replaces the original only.</summary>
public class TwinSlotTests
{
    private class Reader
    {
        private readonly TwinSlot _slot = new();

        private readonly TwinSlot _lengthSlot = new();

        internal virtual int Length => 1;

        internal virtual int Read() => 1;

        internal virtual Coroutine<int> ReadAsync() => new(1);

        internal virtual Coroutine<int> GetLengthAsync() => new(1);

        internal bool IsBypassed() => _slot.IsBypassed(this, static o => (Func<int>)((Reader)o).Read, static o => (Func<Coroutine<int>>)((Reader)o).ReadAsync);

        internal bool IsLengthBypassed() => _lengthSlot.IsBypassed(this, "get_Length", Type.EmptyTypes, static o => (Func<Coroutine<int>>)((Reader)o).GetLengthAsync, typeof(Reader));

        internal bool IsTrimmedBypassed() => new TwinSlot().IsBypassed(this, "get_Trimmed", Type.EmptyTypes, static o => (Func<Coroutine<int>>)((Reader)o).GetLengthAsync, typeof(Reader));
    }

    private class ReplacesNeither : Reader;

    private class ReplacesBoth : Reader
    {
        internal override int Length => 2;

        internal override int Read() => 2;

        internal override Coroutine<int> ReadAsync() => new(2);

        internal override Coroutine<int> GetLengthAsync() => new(2);
    }

    private class ReplacesTheOriginal : Reader
    {
        internal override int Length => 3;

        internal override int Read() => 3;
    }

    private sealed class ReplacesTheTwin : Reader
    {
        internal override Coroutine<int> ReadAsync() => new(4);
    }

    private sealed class ReplacesTheOriginalAgain : ReplacesBoth
    {
        internal override int Length => 5;

        internal override int Read() => 5;
    }

    private interface IReader
    {
        static readonly TwinSlot Slot = new();

        int Read() => 1;

        Coroutine<int> ReadAsync() => new(1);

        bool IsBypassed() => Slot.IsBypassed(this, static o => (Func<int>)((IReader)o).Read, static o => (Func<Coroutine<int>>)((IReader)o).ReadAsync);
    }

    private sealed class KeepsTheDefault : IReader;

    private sealed class ImplementsTheOriginal : IReader
    {
        public int Read() => 2;
    }

    private sealed class Generic<T> : Reader
    {
        internal override int Read() => typeof(T).Name.Length;
    }

    [Fact]
    public void Only_a_type_that_replaces_the_original_alone_bypasses_the_twin()
    {
        Assert.False(new Reader().IsBypassed());
        Assert.False(new ReplacesNeither().IsBypassed());
        Assert.False(new ReplacesBoth().IsBypassed());
        Assert.True(new ReplacesTheOriginal().IsBypassed());
        Assert.False(new ReplacesTheTwin().IsBypassed());
        Assert.True(new ReplacesTheOriginalAgain().IsBypassed());
        Assert.True(new Generic<string>().IsBypassed());
        Assert.True(new Generic<int>().IsBypassed());
    }

    [Fact]
    public void So_it_is_with_accessors()
    {
        Assert.False(new Reader().IsLengthBypassed());
        Assert.False(new ReplacesNeither().IsLengthBypassed());
        Assert.False(new ReplacesBoth().IsLengthBypassed());
        Assert.True(new ReplacesTheOriginal().IsLengthBypassed());
        Assert.True(new ReplacesTheOriginalAgain().IsLengthBypassed());
    }

    [Fact]
    public void An_accessor_that_cannot_be_found_counts_as_replaced_but_for_who_comes_by_way_of_base()
    {
        Assert.True(new ReplacesNeither().IsTrimmedBypassed());
        Assert.True(new ReplacesTheOriginal().IsTrimmedBypassed());
        Assert.False(new ReplacesBoth().IsTrimmedBypassed());
        Assert.False(new ReplacesTheOriginalAgain().IsTrimmedBypassed());
    }

    [Fact]
    public void And_with_the_default_members_of_an_interface()
    {
        Assert.False(((IReader)new KeepsTheDefault()).IsBypassed());
        Assert.True(((IReader)new ImplementsTheOriginal()).IsBypassed());
    }

    [Fact]
    public void A_question_that_was_answered_once_for_a_type_allocates_nothing()
    {
        Reader reader = new ReplacesTheOriginal();
        reader.IsBypassed();
        reader.IsLengthBypassed();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            reader.IsBypassed();
            reader.IsLengthBypassed();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
