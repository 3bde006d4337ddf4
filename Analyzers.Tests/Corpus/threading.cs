// swap: gives way to the other fibers
Thread.[|Sleep|](0);

// swap: for ever
Thread.[|Sleep|](Timeout.Infinite);

// swap (Thread thread): the end of a thread
thread.[|Join|]();

// swap (Thread thread): the end of a thread, or a time
bool ended = thread.[|Join|](100);

// swap (Thread thread): the end of a thread, or a time span
bool ended = thread.[|Join|](TimeSpan.FromSeconds(1));

// swap: gives way
Thread.[|Yield|]();

// quiet: a few instructions
Thread.SpinWait(20);

// swap (Func<bool> isDone): a condition
SpinWait.[|SpinUntil|](isDone);

// swap (Func<bool> isDone): a condition, or a time
bool done = SpinWait.[|SpinUntil|](isDone, 100);

// quiet (SpinWait spin): backs off
spin.SpinOnce();

// quiet (SpinWait spin): backs off, and says from when on it sleeps
spin.SpinOnce(10);

// quiet (SpinLock gate): held for a few instructions
bool taken = false;
gate.Enter(ref taken);
if (taken)
    gate.Exit();

// quiet (SpinLock gate): tried
bool taken = false;
gate.TryEnter(100, ref taken);

// quiet: only tells
int id = Environment.CurrentManagedThreadId;

// quiet: begins, and does not wait
new Thread(static () => { }).Start();

// quiet: a worker's work
ThreadPool.QueueUserWorkItem(static _ => Thread.Sleep(1));

// quiet: a fence
Thread.MemoryBarrier();

// quiet (Thread thread): a flag
thread.IsBackground = true;

// quiet (Thread thread): asks
bool alive = thread.IsAlive;
