using System.Diagnostics;

// swap (Process process): its end
process.[|WaitForExit|]();

// swap (Process process): its end, or a time span
bool ended = process.[|WaitForExit|](TimeSpan.FromSeconds(1));

// swap (Process process): its window
#pragma warning disable CA1416
process.[|WaitForInputIdle|]();

// swap: begins one
Process? process = Process.[|Start|]("ls");

// swap (Process process): begins it
process.[|Start|]();

// quiet (Process process): ends it
process.Kill();

// quiet (Process process): its stream
StreamReader output = process.StandardOutput;

// swap (Process process): what it writes
string text = process.StandardOutput.[|ReadToEnd|]();

// quiet (Process process): asks
bool ended = process.HasExited;

// quiet: this one
int id = Environment.ProcessId;

// quiet (Process process): its end, told to others
process.EnableRaisingEvents = true;

// swap: garbage
GC.[|WaitForPendingFinalizers|]();

// swap: garbage, and a time
GC.[|WaitForFullGCComplete|](100);

// quiet: garbage
GC.Collect();

// quiet: how garbage is collected
System.Runtime.GCSettings.LatencyMode = System.Runtime.GCLatencyMode.Batch;

// quiet: the end of it all
Environment.Exit(1);

// swap: a file as memory
using System.IO.MemoryMappedFiles.MemoryMappedFile file = System.IO.MemoryMappedFiles.MemoryMappedFile.[|CreateFromFile|]("a");

// swap: code of a file
System.Reflection.Assembly assembly = System.Reflection.Assembly.[|LoadFrom|]("a.dll");
