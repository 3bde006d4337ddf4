using System.Collections.Concurrent;
using System.Diagnostics;

// flag members: another fiber would have to set the field
private bool _done;

[Coroutine]
void Await() { {|CG1029:while|} (!_done) { } }

// flag members: with a pause of the processor
private volatile int _state;

[Coroutine]
void Await() { {|CG1029:while|} (_state == 0) Thread.SpinWait(20); }

// flag (Task task): the task may be one of this thread
{|CG1029:while|} (!task.IsCompleted) { }

// flag (ConcurrentQueue<int> queue): another fiber would have to fill the queue
int item;
{|CG1029:while|} (!queue.TryDequeue(out item)) { }

// flag members: a lock by hand
private int _taken;

[Coroutine]
void Enter() { {|CG1029:while|} (Interlocked.CompareExchange(ref _taken, 1, 0) != 0) { } }

// flag members: with a way out that only another fiber opens
private bool _done;

[Coroutine]
void Await()
{
    {|CG1029:while|} (true)
    {
        if (_done) break;
        Thread.SpinWait(1);
    }
}

// flag: nothing ends it
{|CG1029:while|} (true) { }

// flag (int n): it computes for ever
{|CG1029:for|} (; ; ) n = n * 31 + 7;

// flag: a function of the loop does not wait either
{|CG1029:do|} { Math.Sqrt(2); } while (true);

// swap members: it yields
private bool _done;

[Coroutine]
void Await() { while (!_done) Co.[|Yield|](); }

// quiet: it ends by itself
for (int i = 0, n = 0; i < 1000; i++) n += i * i;

// quiet members: it gives up
private bool _done;

[Coroutine]
void Await() { for (int i = 0; i < 1000 && !_done; i++) { } }

// quiet: the clock ends it
Stopwatch watch = Stopwatch.StartNew();
while (watch.ElapsedMilliseconds < 1) { }

// quiet members: without a lock, and without waiting for anybody
private int _count;

[Coroutine]
void Add()
{
    int old;
    do { old = _count; } while (Interlocked.CompareExchange(ref _count, old + 1, old) != old);
}

// quiet (int n): it leaves the loop
while (true)
{
    if (n++ > 10) break;
}

// quiet (Func<bool> ask): nobody knows what the delegate does
while (!ask()) { }

// quiet members: on a thread of its own
private bool _done;

[Coroutine]
void Start() { new Thread(() => { while (!_done) { } }).Start(); }

// quiet members: plain code keeps its own thread only
private bool _done;

void Await() { while (!_done) { } }
