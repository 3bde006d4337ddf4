using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

// quiet: text is put together
string text = string.Join(", ", new[] { "a", "b" });

// quiet (StringBuilder builder): text is built
builder.Append("a").AppendLine("b").Insert(0, "c");

// quiet (string text): text is taken apart
string[] parts = text.Split(',');

// quiet (string text): text is compared
bool same = text.Equals("a", StringComparison.OrdinalIgnoreCase);

// quiet (string text): text is matched
Match match = Regex.Match(text, "a+");

// quiet (string text): text is bytes
byte[] bytes = Encoding.UTF8.GetBytes(text);

// quiet (string text): text is a number
int n = int.Parse(text, CultureInfo.InvariantCulture);

// quiet (string text): text may be a number
bool is_number = int.TryParse(text, out int n);

// quiet (byte[] bytes): bytes are text
string text = Convert.ToBase64String(bytes);

// quiet (byte[] bytes): a digest of bytes
byte[] digest = SHA256.HashData(bytes);

// quiet (byte[] key, byte[] bytes): a code of bytes
byte[] code = HMACSHA256.HashData(key, bytes);

// quiet (HashAlgorithm algorithm, byte[] bytes): a digest by an object
byte[] digest = algorithm.ComputeHash(bytes);

// quiet: bytes by chance
byte[] bytes = RandomNumberGenerator.GetBytes(16);

// quiet (List<int> list): a list is sorted
list.Sort();

// quiet (List<int> list): a list grows
list.AddRange([1, 2, 3]);

// quiet (Dictionary<string, int> counts): a dictionary is asked
bool known = counts.TryGetValue("a", out int n);

// quiet (HashSet<int> set): a set is joined
set.UnionWith([1, 2]);

// quiet (Queue<int> queue): an item that is there
int n = queue.Dequeue();

// quiet (Stack<int> stack): an item on top
bool any = stack.TryPop(out int n);

// quiet (PriorityQueue<string, int> queue): an item that comes first
queue.Enqueue("a", 1);

// quiet (int[] numbers): a chain of LINQ
int[] even = numbers.Where(static n => n % 2 == 0).OrderBy(static n => n).ToArray();

// quiet (int[] numbers): a query
int sum = (from n in numbers where n > 0 select n).Sum();

// quiet (int[] numbers): the first of them
int first = numbers.First();

// quiet (int[] numbers): a loop
foreach (int n in numbers)
    Console.WriteLine(n);

// quiet (ImmutableArray<int> numbers): another array
ImmutableArray<int> more = numbers.Add(1);

// quiet (ConcurrentBag<int> bag): an item that is there
bool any = bag.TryTake(out int n);

// quiet (ConcurrentDictionary<string, int> counts): removes
bool removed = counts.TryRemove("a", out int n);

// quiet: an atomic step
int n = 0;
Interlocked.Increment(ref n);

// quiet: a volatile read
bool ready = false;
bool seen = Volatile.Read(ref ready);

// quiet: the time
DateTime now = DateTime.UtcNow;

// quiet: a watch
Stopwatch watch = Stopwatch.StartNew();

// quiet: a number by chance
int n = Random.Shared.Next();

// quiet: an id
Guid id = Guid.NewGuid();

// quiet: a variable of the process
string? path = Environment.GetEnvironmentVariable("PATH");

// quiet: a line to whoever debugs
Debug.WriteLine("text");

// quiet: a line to the trace
Trace.TraceInformation("text");

// quiet: a buffer of the pool
byte[] buffer = ArrayPool<byte>.Shared.Rent(8);
ArrayPool<byte>.Shared.Return(buffer);

// quiet (byte[] bytes): a part of an array
Span<byte> part = bytes.AsSpan(1, 2);
part.Clear();

// quiet (byte[] from, byte[] to): a copy in memory
from.CopyTo(to, 0);

// quiet (byte[] from, byte[] to): a copy of a block
Buffer.BlockCopy(from, 0, to, 0, 8);

// quiet (List<int> list, int[] to): a copy of a list
list.CopyTo(to);

// quiet: an address as text
bool valid = IPAddress.TryParse("127.0.0.1", out IPAddress? address);

// quiet: an address of a page
Uri uri = new("http://localhost/a");

// quiet (XElement element): a search in memory
string? name = element.Descendants("a").FirstOrDefault()?.Value;

// quiet: a node of JSON
JsonObject node = new() { ["a"] = 1 };

// quiet: a delegate that is called
Func<int, int> twice = static n => 2 * n;
int four = twice(2);

// quiet (CancellationToken token): asks for the end
token.ThrowIfCancellationRequested();

// quiet (CancellationTokenSource source): an end later
source.CancelAfter(100);

// quiet (CancellationToken a, CancellationToken b): either
using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(a, b);

// quiet (TaskCompletionSource source): an end that is told
source.TrySetCanceled();

// quiet (Task task): what has come of it
AggregateException? error = task.Exception;

// quiet (Task task): asks
bool ended = task.IsCompleted;

// quiet (IProgress<int> progress): told
progress.Report(1);

// quiet (ThreadLocal<int> local): a value of the thread
bool made = local.IsValueCreated;

// quiet (AsyncLocal<int> local): a value of the flow
local.Value = 1;

// quiet: a timer is made
using Timer timer = new(static _ => { });

// quiet (Timer timer): a timer is set
timer.Change(100, 100);

// quiet (WeakReference<object> reference): what is left
bool alive = reference.TryGetTarget(out object? target);

// quiet (Type type): what a type says
string? name = type.FullName;

// quiet (object value): text of something
string? text = value.ToString();

// quiet (object a, object b): equality
bool same = Equals(a, b);

// quiet (IDisposable thing): who knows what
thing.Dispose();

// quiet (MemoryStream stream): memory to read
using BinaryReader reader = new(stream);

// quiet (MemoryStream from, MemoryStream to): memory to memory, by hand
byte[] buffer = from.GetBuffer();
to.Write(buffer, 0, (int)from.Length);

// quiet (StringReader reader): a character of a string
int value = reader.Peek();

// quiet (StringReader reader): characters of a string
int value = reader.Read();

// quiet: a string to write to
using StringWriter writer = new();

// quiet (IEnumerator<int> items): a step that nobody knows
bool any = items.MoveNext();

// quiet (Exception error): what went wrong
string message = error.GetBaseException().Message;

// quiet (Version version): compares
bool newer = version > new Version(1, 0);

// quiet (Rune rune): a letter
bool letter = Rune.IsLetter(rune);

// quiet: a tuple
(int a, string b) = (1, "a");

// quiet: arithmetic
double root = Math.Sqrt(2);

// quiet (object value): a pattern
if (value is string { Length: > 0 } text)
    Console.WriteLine(text);
