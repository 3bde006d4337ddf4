namespace CoGen.Soak.Acts;

/// <summary>A fiber that has ended was seen to end, whether it was left alone, held back or killed.</summary>
internal sealed class JoinAct : Act
{
    internal override async Coroutine DoAsync(Life life)
    {
        World world = life.World;
        switch (life.Next(6))
        {
            case 0:
                await world.AnyOfWave(life).JoinAsync(life.Ms(3));
                break;
            case 1:
                await Co.WaitAnyAsync([world.AnyOfWave(life).AsWaitable(), world.AnyOfWave(life).AsWaitable()], life.Ms(3));
                break;
            case 2:
                Fiber killed = world.SpawnMortal(life, world.LiveAsync);
                if (life.Next(2) == 0) await Co.YieldAsync();
                if (life.Next(2) == 0) world.Outside.Send(killed.Cancel);
                else await killed.KillAsync();
                await killed.JoinAsync();
                if (!killed.IsFinished) world.Broken("a join ended before the fiber");
                break;
            case 3:
                Fiber later = Co.SpawnAfter(life.Ms(3), () => default);
                if (life.Next(2) == 0) later.CancelStart();
                await later.JoinAsync();
                break;
            case 4:
                int answer = life.Next(100);
                Fiber<int> asked = Co.Spawn(AnswerAsync, life.Child(), answer);
                if (await asked.GetResultAsync() != answer) world.Broken("a fiber gave another result than it had");
                break;
            default:
                Fiber child = world.Spawn(life, world.LiveAsync);
                if (!await child.JoinAsync(life.AnyLimit())) break;
                if (!child.IsFinished) world.Broken("a join ended before the fiber");
                break;
        }
    }

    private static async Coroutine<int> AnswerAsync(Life life, int answer)
    {
        await life.PauseAsync();
        return answer;
    }
}
