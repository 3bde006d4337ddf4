using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Text.RegularExpressions;

// flag (List<int> list): for each of a list
list.ForEach(n => Thread.{|CG1004:Sleep|}(n));

// flag (List<string> paths): for each, with a body
paths.ForEach(path =>
{
    Console.WriteLine(path);
    File.{|CG1004:Delete|}(path);
});

// flag (int[] times): for each of an array
Array.ForEach(times, n => Thread.{|CG1004:Sleep|}(n));

// flag (string[] paths): converts each
string[] texts = Array.ConvertAll(paths, path => File.{|CG1004:ReadAllText|}(path));

// flag (string[] paths): finds one
string? found = Array.Find(paths, path => File.{|CG1004:Exists|}(path));

// flag (List<string> paths): removes some
int removed = paths.RemoveAll(path => !File.{|CG1004:Exists|}(path));

// flag (List<string> paths): finds all
List<string> found = paths.FindAll(path => File.{|CG1004:ReadAllText|}(path).Length > 0);

// flag (List<int> list): compares
list.Sort((a, b) =>
{
    Thread.{|CG1004:Sleep|}(1);
    return a - b;
});

// flag (ConcurrentDictionary<string, string> texts): makes what is missing
string text = texts.GetOrAdd("a", path => File.{|CG1004:ReadAllText|}(path));

// flag (Dictionary<string, string> texts): a lazy value
Lazy<string> text = new(() => File.{|CG1004:ReadAllText|}("a"));
texts["a"] = text.[|Value|];

// flag: an expression tree
Expression<Action> tree = () => Thread.{|CG1004:Sleep|}(1);
Console.WriteLine(tree);

// flag: a handler of an event
Console.CancelKeyPress += (_, _) => Thread.{|CG1004:Sleep|}(1);

// flag members: a handler of its own event
event Action? Changed;

[Coroutine]
void Watch() => Changed += () => Thread.{|CG1004:Sleep|}(1);

// flag: combined
Action both = () => Thread.{|CG1004:Sleep|}(1);
both += static () => { };
both();

// flag (string text): replaces by what it reads
string replaced = Regex.Replace(text, "a", match => File.{|CG1004:ReadAllText|}(match.Value));

// flag (List<int> list): a local function for each
list.ForEach(Nap);

void Nap(int n) => Thread.{|CG1004:Sleep|}(n);

// flag members: kept in a field
private Action? _work;

[Coroutine]
void Keep() => _work = () => Thread.{|CG1004:Sleep|}(1);

// flag members: returned
[Coroutine]
Action Make() => () => Thread.{|CG1004:Sleep|}(1);

// flag members: to a method without a tag
[Coroutine]
void Work() => Call(() => Thread.{|CG1004:Sleep|}(1));

void Call(Action action) => action();

// flag: in an array
Action[] actions = [() => Thread.{|CG1004:Sleep|}(1)];
actions[0]();

// flag: in a dictionary
Dictionary<string, Action> actions = new() { ["a"] = () => Thread.{|CG1004:Sleep|}(1) };
actions["a"]();

// flag (List<Action> actions): added to a list
actions.Add(() => Thread.{|CG1004:Sleep|}(1));

// flag (List<string> paths, object gate): a lock's wait
[|lock|] (gate)
{
    Console.WriteLine();
}
paths.ForEach(_ => Monitor.{|CG1004:Enter|}(gate));

// quiet (CancellationToken token): who cancels runs it
token.Register(() => Thread.Sleep(1));

// flag (Progress<int> progress): when it goes on
progress.ProgressChanged += (_, n) => Thread.{|CG1004:Sleep|}(n);

// flag (string text): for the characters of a new string
string made = string.Create(4, text, (span, from) =>
{
    Thread.{|CG1004:Sleep|}(1);
    from.AsSpan(0, 4).CopyTo(span);
});

// flag (ThreadLocal<string> local): of each thread
local = new ThreadLocal<string>(() => File.{|CG1004:ReadAllText|}("a"));

// flag members: a coroutine in a lambda of a list
[Coroutine]
void All(List<string> paths) => paths.ForEach(path => {|CG1004:Save|}(path));

[Coroutine]
void Save(string path) => File.[|WriteAllText|](path, "");

// flag (IEnumerable<string> paths): a dictionary's order
SortedSet<string> sorted = new(paths, Comparer<string>.Create((a, b) => File.{|CG1004:ReadAllText|}(a).CompareTo(File.{|CG1004:ReadAllText|}(b))));

// flag (Stack<int> stack): an anonymous method
stack.ToList().ForEach(delegate (int n) { Thread.{|CG1004:Sleep|}(n); });

// flag (List<int> list): nested in another
list.ForEach(n => list.ForEach(m => Thread.{|CG1004:Sleep|}(n + m)));

// flag (AppDomain domain): a domain's end
domain.ProcessExit += (_, _) => File.{|CG1004:Delete|}("a");

// swap (List<string> paths): a chain of LINQ
List<string> texts = paths.[|Select|](path => File.[|ReadAllText|](path)).[|ToList|]();

// swap (List<string> paths): a filter
bool any = paths.[|Any|](path => File.[|Exists|](path));

// swap (List<string> paths): a query that is enumerated
[|foreach|] (string text in [|from|] path in paths select File.[|ReadAllText|](path))
    Console.WriteLine(text);

// quiet: a worker's
Task task = Task.Run(() => File.Copy("a", "b"));

// quiet: another thread's
new Thread(() => Thread.Sleep(1)).Start();

// quiet: of the pool
ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(1));

// swap (int[] numbers): of many workers
Parallel.[|ForEach|](numbers, n => Thread.Sleep(n));

// quiet: a fiber's own
Co.Spawn(() => Console.WriteLine("works"));

// quiet (List<int> list): nothing in it waits
list.ForEach(n => Console.WriteLine(n));

// quiet (List<string> names): in memory
names.Sort((a, b) => string.CompareOrdinal(a, b));

// quiet (ConcurrentDictionary<string, int> counts): in memory
int n = counts.GetOrAdd("a", static _ => 1);

// quiet (List<int> list): writes to a string
StringWriter writer = new();
list.ForEach(n => writer.Write(n));

// quiet: an expression tree of arithmetic
Expression<Func<int, int>> tree = n => n + 1;

// swap (int[] numbers): a local function that is only called
foreach (int n in numbers)
    [|Nap|](n);

void Nap(int n) => Thread.[|Sleep|](n);

// quiet members: outside of coroutines
void Plain(List<int> list) => list.ForEach(n => Thread.Sleep(n));

// quiet (List<int> list): only tries
SemaphoreSlim gate = new(1);
list.ForEach(n => Console.WriteLine(gate.CurrentCount));
