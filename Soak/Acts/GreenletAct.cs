namespace CoGen.Soak.Acts;

/// <summary>Generators and greenlets inside fibers give what they are to give, and are finished or left in the middle.</summary>
internal sealed class GreenletAct : Act
{
    internal override Coroutine DoAsync(Life life) => life.Moves ? life.PauseAsync() : life.Next(2) == 0 ? GenerateAsync(life) : SwitchAsync(life);

    private static async Coroutine GenerateAsync(Life life)
    {
        int count = life.Next(6);
        int wanted = life.Next(6);
        int expected = 0;
        await foreach (int number in new Generator<int>(async output =>
        {
            for (int i = 0; i < count; i++)
            {
                if (life.Next(3) == 0) await life.PauseAsync();
                await output.YieldAsync(i);
            }
        }))
        {
            if (number != expected++) life.World.Broken("a generator gave another number than it was to");
            if (expected == wanted) return;
        }

        if (expected != count) life.World.Broken($"a generator gave {expected} of {count}");
    }

    private static async Coroutine SwitchAsync(Life life)
    {
        Greenlet adder = new(async first =>
        {
            int sum = (int)first!;
            while (await Greenlet.Current.Parent!.SwitchAsync(sum) is int next) sum += next;
            return sum;
        });
        int own = 0;
        try
        {
            for (int i = life.Next(5); i >= 0; i--)
            {
                int number = life.Next(100);
                own += number;
                if ((int)(await adder.SwitchAsync(number))! != own) life.World.Broken("a greenlet lost count");
                await life.PauseAsync();
            }

            if (life.Next(2) == 0) await adder.SwitchAsync(null);
        }
        finally
        {
            await adder.DisposeAsync();
        }
    }
}
