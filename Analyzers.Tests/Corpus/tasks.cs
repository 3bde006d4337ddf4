using System.Collections.Concurrent;
using System.Threading.Channels;
using System.Threading.Tasks.Dataflow;

// swap (Task<string> task, CancellationToken token): the end of a task, with a token
task.[|Wait|](token);

// swap (Task task): the end of a task, or a time span
task.[|Wait|](TimeSpan.FromSeconds(1));

// swap (Task[] tasks): all of an array
Task.[|WaitAll|](tasks);

// flag (List<Task> tasks, CancellationToken token): no method that takes this
Task.{|CG1001:WaitAll|}(tasks, token);

// swap (Task[] tasks, CancellationToken token): the first of an array
int first = Task.[|WaitAny|](tasks, token);

// quiet (Task task): runs here, and does not wait
task.RunSynchronously();

// flag (Task task, TaskScheduler scheduler): waits where the scheduler runs it elsewhere
task.{|CG1001:RunSynchronously|}(scheduler);

// swap: loops of computing
Parallel.[|For|](0, 10, static i => { });

// swap (int[] numbers): loops over a list
Parallel.[|ForEach|](numbers, new ParallelOptions(), static n => { });

// swap (Action a, Action b): at once
Parallel.[|Invoke|](a, b);

// swap (int[] numbers): a parallel query
numbers.AsParallel().[|ForAll|](static n => { });

// swap (BlockingCollection<int> queue): room
queue.[|Add|](1);

// swap (BlockingCollection<int> queue): an item
int n = queue.[|Take|]();

// swap (BlockingCollection<int> queue): room, or a time
bool added = queue.[|TryAdd|](1, 100);

// swap (BlockingCollection<int> queue): an item, or a time
bool taken = queue.[|TryTake|](out int n, 100);

// quiet (BlockingCollection<int> queue): an item that is there
bool taken = queue.[|TryTake|](out int n);

// swap (BlockingCollection<int>[] queues): room in one
BlockingCollection<int>.[|AddToAny|](queues, 1);

// swap (BlockingCollection<int>[] queues): an item of one
BlockingCollection<int>.[|TakeFromAny|](queues, out int n);

// swap (BlockingCollection<int>[] queues): room in one, or a time
BlockingCollection<int>.[|TryAddToAny|](queues, 1, 100);

// swap (BlockingCollection<int>[] queues): an item of one, or a time
BlockingCollection<int>.[|TryTakeFromAny|](queues, out int n, 100);

// swap (BlockingCollection<int> queue): items until it is complete
[|foreach|] (int n in queue.[|GetConsumingEnumerable|]())
    Console.WriteLine(n);

// flag (BlockingCollection<int> queue): items in a list that is handed on
IEnumerable<int> items = queue.{|CG1027:GetConsumingEnumerable|}();
Console.WriteLine(items);

// swap (ISourceBlock<int> source): an item of a block
int n = source.[|Receive|]();

// quiet (ITargetBlock<int> target): it only offers
bool taken = target.Post(1);

// quiet (IAsyncResult result): a handle, no wait
WaitHandle handle = result.AsyncWaitHandle;

// swap (IAsyncResult result): the wait for the handle
result.AsyncWaitHandle.[|WaitOne|]();

// quiet (Channel<int> channel): what is there
bool any = channel.Reader.TryRead(out int n);

// quiet (Channel<int> channel): room that is there
bool written = channel.Writer.TryWrite(1);

// quiet (Task<int> task): a question before
int n = task.IsCompletedSuccessfully ? 1 : 0;

// quiet: a task that begins
Task task = Task.Run(static () => Thread.Sleep(10));

// quiet: a task that is there
Task task = Task.CompletedTask;

// quiet: a value as a task
Task<int> task = Task.FromResult(1);

// quiet (TaskCompletionSource<int> source): a signal
source.SetResult(1);

// quiet (Task a, Task b): a task of tasks
Task all = Task.WhenAll(a, b);

// quiet (Task task): what comes after
Task after = task.ContinueWith(static t => { });

// quiet (ConcurrentQueue<int> queue): what is there
bool any = queue.TryDequeue(out int n);

// quiet (ConcurrentDictionary<string, int> counts): in memory
int n = counts.AddOrUpdate("a", 1, static (_, old) => old + 1);
