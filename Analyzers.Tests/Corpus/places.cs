using System.Diagnostics;
using System.Net.Sockets;

// flag (List<int> list, object gate): a lock that stays one of the thread
{|CG1022:lock|} (gate)
{
    list.ForEach(_ => Monitor.{|CG1004:Wait|}(gate));
}

// flag (List<int> list, object gate): a call in such a lock
{|CG1022:lock|} (gate)
{
    Thread.{|CG1011:Sleep|}(1);
    list.ForEach(_ => Monitor.{|CG1004:Wait|}(gate));
}

// flag (List<int> list, object gate, Stream stream): a stream in such a lock
{|CG1022:lock|} (gate)
{
    stream.{|CG1011:Flush|}();
    list.ForEach(_ => Monitor.{|CG1004:Wait|}(gate, 10));
}

// flag: a file in a filter
try
{
    Console.WriteLine();
}
catch (IOException) when (File.{|CG1012:Exists|}("errors"))
{
}

// flag: the text of a file in a filter
try
{
    Console.WriteLine();
}
catch (Exception e) when (File.{|CG1012:ReadAllText|}("errors").Contains(e.Message))
{
}

// flag (SemaphoreSlim gate): a permit in a filter
try
{
    Console.WriteLine();
}
catch (InvalidOperationException) when (gate.{|CG1012:Wait|}(100))
{
}

// flag (Task<bool> task): a task in a filter
try
{
    Console.WriteLine();
}
catch (InvalidOperationException) when (task.{|CG1012:Result|})
{
}

// flag members: a coroutine in a filter
[Coroutine]
void Work()
{
    try
    {
        Console.WriteLine();
    }
    catch (Exception e) when ({|CG1012:Knows|}(e))
    {
    }
}

[Coroutine]
bool Knows(Exception e) => File.[|ReadAllText|]("errors").Contains(e.Message);

// flag (Process process): a process in a filter
try
{
    Console.WriteLine();
}
catch (InvalidOperationException) when (process.{|CG1012:WaitForExit|}(1))
{
}

// flag: a sleep in unsafe code
unsafe
{
    int n = 1;
    int* p = &n;
    Thread.{|CG1013:Sleep|}(*p);
}

// flag (byte[] buffer, Stream stream): a stream while an array is fixed
unsafe
{
    fixed (byte* p = buffer)
    {
        stream.{|CG1013:Write|}(buffer, 0, buffer.Length);
        Console.WriteLine(*p);
    }
}

// flag (byte[] buffer, Socket socket): a socket while an array is fixed
unsafe
{
    fixed (byte* p = buffer)
    {
        int n = socket.{|CG1013:Receive|}(buffer);
        Console.WriteLine(p[n]);
    }
}

// flag (Task task): a task in unsafe code
unsafe
{
    byte* bytes = stackalloc byte[4];
    task.{|CG1013:Wait|}();
    Console.WriteLine(bytes[0]);
}

// flag (SemaphoreSlim gate): a permit in unsafe code
unsafe
{
    gate.{|CG1013:Wait|}();
}

// flag (Stream? stream): a chain in the header of a for
for (int i = 0; i < 3; i++, stream?.{|CG1014:Flush|}())
{
}

// flag (Task? task): a task's chain in the header of a for
for (int i = 0; i < 3; i++, task?.{|CG1014:Wait|}())
{
}

// flag (SemaphoreSlim? gate): a permit's chain in the header of a for
for (int i = 0; i < 3; i++, gate?.{|CG1014:Wait|}())
{
}

// flag (object gate, Stream stream): a lock of the fiber, in which it waits
[|lock|] (gate)
{
    stream.{|CG2003:[|Flush|]|}();
}

// swap: before the filter
bool known = File.[|Exists|]("errors");
try
{
    Console.WriteLine();
}
catch (IOException) when (known)
{
}

// swap: in the catch
try
{
    Console.WriteLine();
}
catch (IOException)
{
    File.[|Delete|]("errors");
}

// swap: in the finally
try
{
    Console.WriteLine();
}
finally
{
    File.[|Delete|]("errors");
}

// swap (byte[] buffer, Stream stream): beside the unsafe block
stream.[|Write|](buffer, 0, buffer.Length);
unsafe
{
    fixed (byte* p = buffer)
    {
        Console.WriteLine(*p);
    }
}

// swap (Stream? stream): a chain that is written out
stream?.[|Flush|]();

// swap (Task<int>? task): the value of a chain
int? n = task?.[|Result|];

// quiet: nothing waits in unsafe code
unsafe
{
    int n = 1;
    int* p = &n;
    Console.WriteLine(*p);
}

// quiet: nothing waits in a filter
try
{
    Console.WriteLine();
}
catch (IOException e) when (e.Message.Length > 0)
{
}

// quiet (List<int>? list): a chain in memory
list?.Clear();
