namespace CoGen.Tests.Linearizability;

/// <summary>What is in a queue, a letter for each item, the next one first.</summary>
internal sealed record Content(string Items)
{
    internal bool IsEmpty => Items.Length == 0;

    internal Content? Take(char item) => Items.StartsWith(item) ? new Content(Items[1..]) : null;
}

/// <param name="buffer">The queue, empty.</param>
/// <param name="capacity">How many it holds.</param>
/// <param name="wrap">Makes an item of a letter.</param>
/// <param name="unwrap">The letter of an item.</param>
/// <param name="insert">What is in the queue when one more was put.</param>
internal sealed class BufferSubject<T>(CoBuffer<T> buffer, int capacity, Func<char, T> wrap, Func<T, char> unwrap, Func<string, char, string> insert)
    : Subject<Content>(new Content(""))
{
    internal override IEnumerable<Waitable> Waitables => [buffer];

    internal override Coroutine UseAsync(int client, Random random) => client % 2 == 0 ? PutAsync((char)('a' + (client * 4)), random) : TakeAsync(random);

    internal override void Check()
    {
        base.Check();
        Assert.Equal((0, 0), (buffer.WaitingPutters, buffer.WaitingTakers));
    }

    private Content? Put(Content content, char item) => content.Items.Length < capacity ? new Content(insert(content.Items, item)) : null;

    private async Coroutine PutAsync(char first, Random random)
    {
        for (char item = first; item < first + 4; item++)
        {
            char letter = item;
            int invoked = History.Now();
            if (random.Next(2) == 0)
            {
                bool tried = buffer.TryPut(wrap(letter));
                History.Note($"try put {letter} {tried}", invoked, content => tried ? Put(content, letter) : content.Items.Length == capacity ? content : null);
            }
            else if (await buffer.TryPutAsync(wrap(letter), Any(random)))
            {
                History.Note($"put {letter}", invoked, content => Put(content, letter));
            }

            if (random.Next(2) == 0) await Co.YieldAsync();
        }
    }

    private async Coroutine TakeAsync(Random random)
    {
        for (int i = 0; i < 4; i++)
        {
            int invoked = History.Now();
            switch (random.Next(4))
            {
                case 0:
                    char? tried = buffer.TryTake(out T? item) ? unwrap(item) : null;
                    History.Note($"try take {tried}", invoked, content => tried is { } letter ? content.Take(letter) : content.IsEmpty ? content : null);
                    break;
                case 1:
                    if (await buffer.TryPeekAsync(Any(random)) is not (true, { } found)) break;
                    char seen = unwrap(found);
                    History.Note($"peek {seen}", invoked, content => content.Items.StartsWith(seen) ? content : null);
                    break;
                default:
                    if (await buffer.TryTakeAsync(Any(random)) is not (true, { } taken)) break;
                    char got = unwrap(taken);
                    History.Note($"take {got}", invoked, content => content.Take(got));
                    break;
            }
        }
    }
}
