// flag members: the thread of the async code waits
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
static async Task M() { await Task.Yield(); {|CG1008:Load|}(); }

// flag members: a thread of the pool waits
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
static void M() => Task.Run({|CG1008:Load|});

// flag members: a lambda that does nothing else
[Coroutine]
static int Read(int n) { Thread.[|Sleep|](n); return n; }
static void M() => Task.Run(() => {|CG1008:Read|}(1));

// flag members: a thread is made for it
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
static void M() => new Thread({|CG1008:Load|}).Start();

// flag members: threads of the pool wait
[Coroutine]
static void Load(int n) => Thread.[|Sleep|](n);
static void M(int[] all) => Parallel.ForEach(all, {|CG1008:Load|});

// flag members: by its name
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
static void M() => typeof(Example).GetMethod(nameof({|CG1008:Load|}))!.Invoke(null, null);

// swap members: a coroutine calls the twin
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
[Coroutine]
static void M() => [|Load|]();

// swap members: plain code runs the original, as it should
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
static void M() { Load(); Co.Run(Load); }

// swap members: to look at a method does no harm
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
static object? M() => typeof(Example).GetMethod(nameof(Load));

// swap members: blocking on purpose
[Coroutine]
static void Load() => Thread.[|Sleep|](1);
static void M() => Co.Blocking(Load);
