// flag members: nothing in it waits
[{|CG0010:Coroutine|}] int Twice(int n) => n * 2;

// flag members: nor in what it calls
[{|CG0010:Coroutine|}] void Log(string text) => Write(text);
void Write(string text) => _ = text.Length;

// flag members: nor in any accessor
[{|CG0010:Coroutine|}] int Size { get => 1; set => _ = value; }

// quiet members: it waits
[Coroutine] void Waits(int n) => Thread.[|Sleep|](n);

// quiet members: it calls what waits
[Coroutine] void Waits(int n) => Thread.[|Sleep|](n);
[Coroutine] void Calls() => [|Waits|](1);

// quiet members: it may be overridden
[Coroutine] protected virtual void Virtual() { }

// quiet members: it implements what is tagged
partial interface IStore { [Coroutine] void Load(); }
partial class Memory : IStore { [Coroutine] public void Load() { } }

// quiet members: it is the entry of a fiber
[Coroutine] void Entry() { }
void Plain() => Co.Spawn(Entry);

// quiet members: what it is given may wait
[Coroutine] void Calls(Action action) => action();

// flag members: it blocks unpatched, so that the tag is not what is wrong
[Coroutine] void Blocks() => {|CG1005:Helper|}();
void Helper() => Thread.Sleep(1);
