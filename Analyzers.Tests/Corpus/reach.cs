// flag members: the override may be the one
abstract class Store { public abstract void Load(); }
class FileStore : Store { public override void Load() => Thread.Sleep(1); }
[Coroutine] void M(Store store) => store.{|CG1005:Load|}();

// quiet members: no override blocks
abstract class Store { public abstract void Load(); }
class MemoryStore : Store { public override void Load() { } }
[Coroutine] void M(Store store) { Thread.[|Sleep|](1); store.Load(); }

// flag members: an implementation of the project's
interface IStore { void Load(); }
class FileStore : IStore { public void Load() => Thread.Sleep(1); }
[Coroutine] void M(IStore store) => store.{|CG1005:Load|}();

// quiet members: whoever implements an interface of others is not known
class Mine : IDisposable { public void Dispose() => Thread.Sleep(1); }
[Coroutine] void M(IDisposable some) { Thread.[|Sleep|](1); some.Dispose(); }

// flag members: the end of a using
class Mine : IDisposable { public void Dispose() => Thread.Sleep(1); }
[Coroutine] void M() { {|CG1005:using|} Mine mine = new(); }

// quiet members: its end is quick
class Mine : IDisposable { public void Dispose() { } }
[Coroutine] void M() { using Mine mine = new(); Thread.[|Sleep|](1); }

// flag members: an enumerator
class Bag { public IEnumerator<int> GetEnumerator() { Thread.Sleep(1); yield return 1; } }
[Coroutine] void M(Bag bag) { {|CG1005:foreach|} (int x in bag) { } }

// flag members: an iterator
static IEnumerable<int> Values() { Thread.Sleep(1); yield return 1; }
[Coroutine] int M() => {|CG1005:Values|}().Sum();

// quiet members: nobody here takes the values
static IEnumerable<int> Values() { Thread.Sleep(1); yield return 1; }
[Coroutine] IEnumerable<int> M() { Thread.[|Sleep|](1); return Values(); }

// flag members: a field of what is made
static int Slow() { Thread.Sleep(1); return 1; }
class Made { int _field = Slow(); }
[Coroutine] void M() => _ = {|CG1005:new Made()|};

// flag members: the constructor of the base
class Base { protected Base() => Thread.Sleep(1); }
class Made : Base { }
[Coroutine] void M() => _ = {|CG1005:new Made()|};

// quiet members: another constructor than the one that blocks
class Made { public Made() { } public Made(int n) => Thread.Sleep(n); }
[Coroutine] void M() { Thread.[|Sleep|](1); _ = new Made(); }

// flag members: an operator
class Money { public static Money operator +(Money a, Money b) { Thread.Sleep(1); return a; } }
[Coroutine] Money M(Money a) => a {|CG1005:+|} a;

// flag members: a conversion
class Money { public static implicit operator int(Money a) { Thread.Sleep(1); return 1; } }
[Coroutine] int M(Money a) => {|CG1005:a|};

// flag members: the text of an object
class Money { public override string ToString() { Thread.Sleep(1); return ""; } }
[Coroutine] string M(Money a) => $"{{|CG1005:a|}}";

// quiet members: any object
class Money { public override string ToString() { Thread.Sleep(1); return ""; } }
[Coroutine] string M(object a) { Thread.[|Sleep|](1); return $"{a}"; }

// flag members: a method given to LINQ
static int Slow(int n) { Thread.Sleep(n); return n; }
[Coroutine] int[] M(int[] all) => all.Select({|CG1005:Slow|}).ToArray();

// flag members: a handler of an event
event Action? Saved;
void Subscribe() => Saved += OnSaved;
void OnSaved() => Thread.Sleep(1);
[Coroutine] void M() => Saved?.{|CG1005:Invoke|}();

// quiet members: nobody subscribes
event Action? Saved;
[Coroutine] void M() { Thread.[|Sleep|](1); Saved?.Invoke(); }

// flag members: an element of a collection
class Bag : List<int> { public new void Add(int n) => Thread.Sleep(n); }
[Coroutine] Bag M() => new Bag { {|CG1005:1|} };

// flag members: parts of an object
class Pair { public void Deconstruct(out int a, out int b) { Thread.Sleep(1); a = b = 1; } }
[Coroutine] void M(Pair pair) { {|CG1005:var (a, b)|} = pair; }

// flag members: native code
[System.Runtime.InteropServices.DllImport("libc")] static extern int wait(int id);
[Coroutine] int M() => {|CG1007:wait|}(1);

// quiet members: native code that has promised to be quick
[System.Runtime.InteropServices.DllImport("libc"), System.Runtime.InteropServices.SuppressGCTransition] static extern int getpid();
[Coroutine] int M() { Thread.[|Sleep|](1); return getpid(); }

// flag members: a static initializer that a coroutine comes to first
static class Settings { public static readonly string Text = File.{|CG1009:ReadAllText|}("file"); }
[Coroutine] string M() { Thread.[|Sleep|](1); return Settings.Text; }

// quiet members: a static initializer that does not wait
static class Settings { public static readonly string Text = Path.GetTempPath(); }
[Coroutine] string M() { Thread.[|Sleep|](1); return Settings.Text; }

// quiet members: only plain code uses it
static class Settings { public static readonly string Text = File.ReadAllText("file"); }
string M() => Settings.Text;

// flag members: the factory of a lazy field
readonly Lazy<string> _text = new(() => File.{|CG1009:ReadAllText|}("file"));
[Coroutine] string M() => _text.[|Value|];

// quiet members: no coroutine asks for the value
readonly Lazy<string> _text = new(() => File.ReadAllText("file"));
string M() => _text.Value;

// flag members: a finalizer of what a coroutine makes
class Handle { ~Handle() => Thread.{|CG1009:Sleep|}(1); }
[Coroutine] void M() { Thread.[|Sleep|](1); _ = new Handle(); }

// flag members: a reader whose ReadLineAsync is that of the base
class Slow : TextReader { public override string? ReadLine() { Thread.Sleep(1); return null; } }
[Coroutine] string? M(Slow slow) => slow.{|CG1028:[|ReadLine|]|}();

// quiet members: it has its own
class Real : TextReader { public override Task<string?> ReadLineAsync() => Task.FromResult<string?>(null); public override string? ReadLine() { Thread.Sleep(1); return null; } }
[Coroutine] string? M(Real real) => real.[|ReadLine|]();

// quiet members: what the type at run time has is not known
[Coroutine] string? M(TextReader any) => any.[|ReadLine|]();
