namespace CoGen.Tests.Linearizability;

/// <summary>What is in two queues that hold one item each; null for nothing.</summary>
internal sealed record Pair(int? Left, int? Right);

/// <summary>Selects that put into, or take from, either of two queues: just one of what they could do is done.</summary>
internal sealed class SelectSubject() : Subject<Pair>(new Pair(null, null))
{
    private readonly CoQueue<int> _left = new(1);
    private readonly CoQueue<int> _right = new(1);

    internal override IEnumerable<Waitable> Waitables => [_left, _right];

    internal override async Coroutine UseAsync(int client, Random random)
    {
        CoSelect puts = new();
        PutCase<int> putLeft = puts.Put(_left, 0);
        PutCase<int> putRight = puts.Put(_right, 0);
        CoSelect takes = new();
        TakeCase<int> takeLeft = takes.Take(_left);
        TakeCase<int> takeRight = takes.Take(_right);
        for (int i = 0; i < 4; i++)
        {
            int item = (client * 4) + i;
            putLeft.Item = item;
            putRight.Item = item;
            bool isPut = random.Next(2) == 0;
            CoSelect select = isPut ? puts : takes;
            int invoked = History.Now();
            bool isTry = random.Next(3) == 0;
            SelectCase? chosen = isTry ? select.TryWait() : await select.WaitAsync(Any(random));
            if (chosen == putLeft)
            {
                History.Note($"{item} to the left", invoked, pair => pair.Left is null ? pair with { Left = item } : null);
            }
            else if (chosen == putRight)
            {
                History.Note($"{item} to the right", invoked, pair => pair.Right is null ? pair with { Right = item } : null);
            }
            else if (chosen == takeLeft)
            {
                int got = takeLeft.Item;
                History.Note($"{got} from the left", invoked, pair => pair.Left == got ? pair with { Left = null } : null);
            }
            else if (chosen == takeRight)
            {
                int got = takeRight.Item;
                History.Note($"{got} from the right", invoked, pair => pair.Right == got ? pair with { Right = null } : null);
            }
            else if (isTry)
            {
                History.Note(isPut ? "no room" : "nothing", invoked, pair => isPut ? pair is { Left: not null, Right: not null } ? pair : null : pair is { Left: null, Right: null } ? pair : null);
            }
        }
    }

    internal override void Check()
    {
        base.Check();
        Assert.Equal((0, 0), (_left.WaitingPutters + _left.WaitingTakers, _right.WaitingPutters + _right.WaitingTakers));
    }
}
