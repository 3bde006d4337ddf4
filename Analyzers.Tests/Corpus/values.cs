// flag members: it runs on, and nobody learns of its error
static async Coroutine LoadAsync() => await Task.Yield();
static void Start() { {|CG1025:LoadAsync|}(); }

// flag members: a local that nobody reads
static async Coroutine LoadAsync() => await Task.Yield();
static void Start() { Coroutine load = {|CG1025:LoadAsync|}(); }

// flag members: the second await throws
static async Coroutine LoadAsync() => await Task.Yield();
static async Task M() { Coroutine load = LoadAsync(); await load; await {|CG1025:load|}; }

// flag members: the second turn of the loop throws
static async Coroutine LoadAsync() => await Task.Yield();
static async Task M(int n) { Coroutine load = LoadAsync(); for (int i = 0; i < n; i++) await {|CG1025:load|}; }

// flag members: AsTask uses it up
static async Coroutine LoadAsync() => await Task.Yield();
static async Task M() { Coroutine load = LoadAsync(); await load.AsTask(); await {|CG1025:load|}; }

// flag members: a field may be awaited by anybody, at any time
private Coroutine _load;
static async Coroutine LoadAsync() => await Task.Yield();
void M() => _load = {|CG1025:LoadAsync|}();

// flag members: in a list
static async Coroutine LoadAsync() => await Task.Yield();
static void M(List<Coroutine> all) => all.Add({|CG1025:LoadAsync|}());

// flag members: in an array
static async Coroutine LoadAsync() => await Task.Yield();
static Coroutine[] M() => [{|CG1025:LoadAsync|}(), {|CG1025:LoadAsync|}()];

// flag members: a lambda may run twice
static async Coroutine LoadAsync() => await Task.Yield();
static async Task M() { Coroutine load = LoadAsync(); Func<Task> wait = async () => await {|CG1025:load|}; await wait(); }

// flag members: it is printed, not its value
static async Coroutine<int> ReadAsync() { await Task.Yield(); return 1; }
static async Task M() { await Task.Yield(); GC.KeepAlive({|CG1025:ReadAsync|}()); }

// quiet members: awaited at once
static async Coroutine<int> ReadAsync() { await Task.Yield(); return 1; }
static async Task<int> M() => await ReadAsync() + await ReadAsync();

// quiet members: dropped on purpose
static async Coroutine LoadAsync() => await Task.Yield();
static void Start() { _ = LoadAsync(); }

// quiet members: on one path only
static async Coroutine LoadAsync() => await Task.Yield();
static async Task M(bool b) { Coroutine load = LoadAsync(); if (b) { await load; return; } await load; }

// quiet members: each turn has its own
static async Coroutine LoadAsync() => await Task.Yield();
static async Task M(int n) { for (int i = 0; i < n; i++) { Coroutine load = LoadAsync(); await load; } }

// quiet members: a task may be awaited by anybody
static async Coroutine LoadAsync() => await Task.Yield();
static async Task M() { Task load = LoadAsync().AsTask(); await load; await load; }

// quiet members: handed on to who awaits it
static async Coroutine LoadAsync() => await Task.Yield();
static Coroutine M() => LoadAsync();
