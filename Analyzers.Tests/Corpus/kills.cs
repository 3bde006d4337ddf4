// flag: a kill is thrown once, and the loop goes on
while (true)
{
    try { Thread.[|Sleep|](1); }
    {|CG1026:catch|} { }
}

// flag (Stream stream, byte[] buffer): what is logged does not end the fiber
while (true)
{
    try { stream.[|ReadExactly|](buffer); }
    {|CG1026:catch|} (Exception e) { GC.KeepAlive(e); }
}

// flag (CoQueue<Action> jobs): a worker that takes a kill for the failure of a job
while (true)
{
    try { jobs.[|Take|]()(); }
    {|CG1026:catch|} (Exception) { continue; }
}

// flag (string[] paths): the next file is copied all the same
foreach (string path in paths)
{
    try { File.[|WriteAllText|](path, ""); }
    {|CG1026:catch|} (Exception e) { GC.KeepAlive(e.Message); }
}

// flag: the fiber goes on after the statement
try { Thread.[|Sleep|](1); }
{|CG1026:catch|} (SystemException) { }
Thread.[|Sleep|](2);

// flag: every cancellation is swallowed
while (true)
{
    try { Thread.[|Sleep|](1); }
    {|CG1026:catch|} (OperationCanceledException) { }
}

// flag: what an inner clause throws on, the outer one swallows
while (true)
{
    try
    {
        try { Thread.[|Sleep|](1); }
        catch { throw; }
    }
    {|CG1026:catch|} { }
}

// flag (object gate): in a lock
while (true)
{
    [|lock|] (gate)
    {
        try { Thread.{|CG2003:[|Sleep|]|}(1); }
        {|CG1026:catch|} { }
    }
}

// flag (bool ready): only one of the branches swallows
if (ready)
{
    try { Thread.[|Sleep|](1); }
    {|CG1026:catch|} { }
}
Thread.[|Sleep|](2);

// flag: the clause leaves the loop, but not the method
while (true)
{
    try { Thread.[|Sleep|](1); }
    {|CG1026:catch|} { break; }
}
Thread.[|Sleep|](2);

// flag members: to its caller the method returns as if nothing had happened
[Coroutine]
void Work() { while (true) [|Step|](); }

[Coroutine]
void Step()
{
    try { Thread.[|Sleep|](1); }
    {|CG1026:catch|} (Exception e) { GC.KeepAlive(e); }
}

// swap: a filter lets it through
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch (Exception e) when (e is not OperationCanceledException) { }
}

// swap: the kill has a clause of its own
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch (FiberKilledException) { throw; }
    catch (Exception) { }
}

// swap: only what the filter names is caught
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch (Exception e) when (e is IOException or TimeoutException) { }
}

// swap: an error that no kill is
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch (IOException) { }
}

// swap: it is thrown on
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch (Exception e) { GC.KeepAlive(e); throw; }
}

// swap: the error becomes another
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch (Exception e) { throw new IOException("no", e); }
}

// swap: the loop ends
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch { break; }
}

// swap: the method ends, and with it the fiber
try
{
    while (true) Thread.[|Sleep|](1);
}
catch (Exception e) { GC.KeepAlive(e); }

// swap (CancellationToken token): a token is asked
while (true)
{
    try { Thread.[|Sleep|](1); }
    catch { if (token.IsCancellationRequested) return; }
}

// swap: the clause decides whether the loop goes on
bool stopped = false;
while (!stopped)
{
    try { Thread.[|Sleep|](1); }
    catch { stopped = true; }
}

// swap (Stream stream): only what cleans up waits afterwards
try { Thread.[|Sleep|](1); }
catch (Exception e) { GC.KeepAlive(e); }
finally { stream.[|Flush|](); }

// swap: the error is kept and thrown later
Exception? error = null;
try { Thread.[|Sleep|](1); }
catch (Exception e) { error = e; }
Thread.[|Sleep|](2);
if (error is not null) throw error;

// quiet members: nobody kills plain code
void Plain()
{
    while (true)
    {
        try { Thread.Sleep(1); }
        catch { }
    }
}
