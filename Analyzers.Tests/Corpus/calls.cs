using System.Diagnostics;
using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;
using System.Net.Sockets;

// swap (Task task): the task's end
task.[|Wait|]();

// swap (Task task): the task's end, or a time
bool ended = task.[|Wait|](1000);

// swap (Task a, Task b): params are a span
Task.[|WaitAll|](a, b);

// swap (Task[] tasks): all of them, or a time
bool ended = Task.[|WaitAll|](tasks, 1000);

// swap (Task a, Task b): the first of them
int first = Task.[|WaitAny|](a, b);

// swap (Task<int> task): the result
int n = task.[|Result|];

// swap (ValueTask<int> task): the result
int n = task.[|Result|];

// swap (Task task): the awaiter of a task
task.GetAwaiter().[|GetResult|]();

// swap (Task<int> task): the awaiter of a task with a result
int n = task.GetAwaiter().[|GetResult|]();

// swap (ValueTask task): the awaiter of a value task
task.GetAwaiter().[|GetResult|]();

// swap (ValueTask<int> task): the awaiter of a value task with a result
int n = task.GetAwaiter().[|GetResult|]();

// swap (Task task): the configured awaiter
task.ConfigureAwait(false).GetAwaiter().[|GetResult|]();

// swap (Task<int> task): the configured awaiter of a task with a result
int n = task.ConfigureAwait(false).GetAwaiter().[|GetResult|]();

// swap (ValueTask<int> task): the configured awaiter of a value task with a result
int n = task.ConfigureAwait(false).GetAwaiter().[|GetResult|]();

// swap (ValueTask task): the configured awaiter of a value task without a result
task.ConfigureAwait(false).GetAwaiter().[|GetResult|]();

// swap: a time in milliseconds
Thread.[|Sleep|](100);

// swap: a short time
Thread.[|Sleep|](10);

// swap: a time span
Thread.[|Sleep|](TimeSpan.FromSeconds(1));

// swap (Stream stream, byte[] buffer): a stream
int n = stream.[|Read|](buffer, 0, buffer.Length);

// swap (Stream stream, byte[] buffer): exactly so much
stream.[|ReadExactly|](buffer);

// swap (Stream from, Stream to): from stream to stream
from.[|CopyTo|](to);

// swap: a file
string text = File.[|ReadAllText|]("settings.json");

// swap (Socket socket): somebody who connects
Socket client = socket.[|Accept|]();

// swap: the name server
IPHostEntry entry = Dns.[|GetHostEntry|]("localhost");

// swap (SemaphoreSlim semaphore): a permit
semaphore.[|Wait|]();

// quiet (SemaphoreSlim semaphore): it only tries
bool isFree = semaphore.[|Wait|](0);

// swap (Process process): the end of a process
bool ended = process.[|WaitForExit|](1000);

// swap (Socket socket, byte[] buffer): bytes from a socket
int n = socket.[|Receive|](buffer);

// quiet (MemoryStream stream, byte[] bytes): memory
stream.Write(bytes, 0, bytes.Length);

// quiet (CancellationTokenSource source): a signal
source.Cancel();

// quiet (Stream stream): who knows what this disposes of
stream.Dispose();

// quiet: the console's writer is synchronised
Console.Out.WriteLine("hello");

// swap: a file is opened, and closed at the end
[|using|] FileStream file = File.[|OpenRead|]("data.bin");

// swap (Stream stream, byte[] buffer): into a span
int n = stream.[|Read|](buffer.AsSpan(0, 8));

// swap (object gate, List<int> list): a lock
[|lock|] (gate)
{
    list.Add(1);
}

// swap (ManualResetEventSlim ready): an event
ready.[|Wait|]();

// swap: the disk
File.[|Copy|]("a", "b");

// swap: a line that a person types
string? line = Console.[|ReadLine|]();

// quiet: the console
Console.WriteLine("hello");

// swap (TextWriter writer): a number
writer.[|Write|](42);

// swap (Ping ping): an answer
PingReply reply = ping.[|Send|]("localhost");

// swap (SmtpClient client, MailMessage message): a mail server
client.[|Send|](message);

// swap (List<string> names): the iterations
Parallel.[|ForEach|](names, static name => name.ToUpperInvariant());
