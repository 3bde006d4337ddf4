using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Runs a whole program: <paramref name="main"/> in a fiber, as <see cref="Run(Action)"/> does, which Ctrl-C and <c>SIGTERM</c> kill. It may clean up, and has
    /// <paramref name="grace"/> for that; then, or at the second signal, the process ends at once.
    /// </summary>
    /// <remarks>
    /// <para>Call it from <c>Main</c>, and return what it returns: what the program's <paramref name="main"/> has returned, 0 if that returns nothing, or 128 and the number of the
    /// signal (130 for Ctrl-C, 143 for <c>SIGTERM</c>) if it ended by the kill. An error of it is thrown.</para>
    /// <para>After a signal the fibers that are left on the loop are killed, too, once the program's own has ended, so that their <see langword="finally"/> blocks run. In any case the
    /// console is flushed before it returns.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// return Co.RunMain(Serve);
    ///
    /// [Coroutine]
    /// static void Serve() => new StreamServer(8080, Answer).ServeForever();
    /// </code>
    /// </example>
    /// <param name="main">The program. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <param name="grace">How long it may take, in real time, from the first signal on; ten seconds if null, <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="FiberKilledException">The fiber was killed, and not by a signal.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static int RunMain([CoroutineEntry] Action main, TimeSpan? grace = null) => RunMain(Twin.Of(main), grace);

    /// <inheritdoc cref="RunMain(Action, TimeSpan?)"/>
    [OverloadResolutionPriority(1)]
    public static int RunMain(Func<Coroutine> main, TimeSpan? grace = null)
    {
        ArgumentNullException.ThrowIfNull(main);
        return MainRun.Run(new ResultEntry<int>(async Coroutine<int> () =>
        {
            await main();
            return 0;
        }), grace);
    }

    /// <inheritdoc cref="RunMain(Action, TimeSpan?)"/>
    public static int RunMain([CoroutineEntry] Func<int> main, TimeSpan? grace = null) => RunMain(Twin.Of(main), grace);

    /// <inheritdoc cref="RunMain(Action, TimeSpan?)"/>
    [OverloadResolutionPriority(1)]
    public static int RunMain(Func<Coroutine<int>> main, TimeSpan? grace = null)
    {
        ArgumentNullException.ThrowIfNull(main);
        return MainRun.Run(new ResultEntry<int>(main), grace);
    }

    /// <inheritdoc cref="RunMain(Action, TimeSpan?)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the program is called with: its arguments.</param>
    public static int RunMain<TArg>([CoroutineEntry] Func<TArg, int> main, TArg arg, TimeSpan? grace = null) => RunMain(Twin.Of(main), arg, grace);

    /// <inheritdoc cref="RunMain(Action, TimeSpan?)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the program is called with: its arguments.</param>
    [OverloadResolutionPriority(1)]
    public static int RunMain<TArg>(Func<TArg, Coroutine<int>> main, TArg arg, TimeSpan? grace = null)
    {
        ArgumentNullException.ThrowIfNull(main);
        return MainRun.Run(new ResultEntry<TArg, int>(main, arg), grace);
    }
}
