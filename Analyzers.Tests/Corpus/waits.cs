// swap (AutoResetEvent signal): a signal
signal.[|WaitOne|]();

// swap (ManualResetEvent signal): a signal, or a time
bool set = signal.[|WaitOne|](100);

// swap (Mutex mutex): a mutex
mutex.[|WaitOne|]();
mutex.[|ReleaseMutex|]();

// swap (EventWaitHandle signal): a signal, or a time span
bool set = signal.[|WaitOne|](TimeSpan.FromSeconds(1));

// swap (Semaphore semaphore): a permit of the kernel's
semaphore.[|WaitOne|]();

// swap (WaitHandle a, WaitHandle b): all
WaitHandle.[|WaitAll|]([a, b]);

// swap (WaitHandle a, WaitHandle b): one of them
int which = WaitHandle.[|WaitAny|]([a, b], 100);

// swap (WaitHandle a, WaitHandle b): signals one and waits for the other
WaitHandle.[|SignalAndWait|](a, b);

// swap (ManualResetEventSlim ready, CancellationToken token): an event, with a token
ready.[|Wait|](token);

// swap (ManualResetEventSlim ready): an event, or a time
bool set = ready.[|Wait|](100);

// swap (CountdownEvent countdown): a count
countdown.[|Wait|]();

// swap (CountdownEvent countdown): a count, or a time
bool set = countdown.[|Wait|](100);

// swap (Barrier barrier): the others
barrier.[|SignalAndWait|]();

// swap (Barrier barrier): the others, or a time
bool all = barrier.[|SignalAndWait|](100);

// swap (SemaphoreSlim semaphore): a permit, or a time
bool taken = semaphore.[|Wait|](100);

// swap (SemaphoreSlim semaphore, CancellationToken token): a permit, with a token
semaphore.[|Wait|](token);

// swap (SynchronizationContext context): another thread
context.[|Send|](static _ => { }, null);

// quiet (SynchronizationContext context): posted
context.Post(static _ => { }, null);

// quiet (SynchronizationContext context, IntPtr[] handles): the hook of the runtime
context.Wait(handles, waitAll: true, 100);

// quiet members: no lock is held, and the factory does not wait
private string? _text;

[Coroutine]
string Text() => LazyInitializer.EnsureInitialized(ref _text, static () => "x");

// swap members: a lock is held while the factory runs
private string? _text;
private bool _ready;
private object? _lock;

[Coroutine]
string Text() => LazyInitializer.[|EnsureInitialized|](ref _text, ref _ready, ref _lock, static () => "x");

// swap (Lazy<string> lazy): the factory of another may run
string text = lazy.[|Value|];

// quiet (Timer timer): no callback any more
timer.Dispose();

// quiet (Timer timer, ManualResetEvent done): tells later when the last callback has ended
timer.Dispose(done);

// swap (CancellationTokenRegistration registration): its callback may be running
registration.[|Dispose|]();

// quiet (RegisteredWaitHandle registered): does not wait
registered.Unregister(null);

// quiet (ManualResetEventSlim ready): a signal
ready.Set();

// quiet (ManualResetEventSlim ready): asks
bool set = ready.IsSet;

// quiet (CountdownEvent countdown): a signal
countdown.Signal();

// quiet (SemaphoreSlim semaphore): gives back
semaphore.Release();

// quiet (AutoResetEvent signal): a signal
signal.Set();

// quiet (ManualResetEvent signal): it only tries
bool set = signal.[|WaitOne|](0);

// quiet (ManualResetEventSlim ready): it only tries
bool set = ready.[|Wait|](0);

// quiet (ManualResetEventSlim ready): it only tries, by a time span
bool set = ready.[|Wait|](TimeSpan.Zero);

// quiet (SemaphoreSlim semaphore): it only tries, by a time span
bool taken = semaphore.[|Wait|](TimeSpan.Zero);

// quiet (Task task): it only asks
bool ended = task.[|Wait|](0);

// quiet (CountdownEvent countdown): it only asks
bool ended = countdown.[|Wait|](0);

// quiet (object gate): it only tries
bool taken = Monitor.[|TryEnter|](gate);

// quiet (ReaderWriterLockSlim gate): it only tries
bool taken = gate.[|TryEnterReadLock|](0);
