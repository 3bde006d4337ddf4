// swap: opens a file
FileStream file = File.[|Open|]("a", FileMode.Open);

// swap: opens to write
FileStream file = File.[|OpenWrite|]("a");

// swap: makes a file
FileStream file = File.[|Create|]("a");

// swap: opens a handle
using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.[|OpenHandle|]("a");

// swap: opens as text
StreamReader reader = File.[|OpenText|]("a");

// swap: moves a file
File.[|Move|]("a", "b");

// swap: replaces a file
File.[|Replace|]("a", "b", null);

// swap: deletes a file
File.[|Delete|]("a");

// swap: looks for a file
bool exists = File.[|Exists|]("a");

// swap: its attributes
FileAttributes attributes = File.[|GetAttributes|]("a");

// swap: sets its attributes
File.[|SetAttributes|]("a", FileAttributes.ReadOnly);

// swap: when it was written
DateTime written = File.[|GetLastWriteTimeUtc|]("a");

// swap (FileInfo file): copies
FileInfo copy = file.[|CopyTo|]("b");

// swap: lists files
string[] files = Directory.[|GetFiles|](".");

// flag: lists files while one looks at them
foreach (string file in Directory.{|CG1001:EnumerateFiles|}("."))
    Console.WriteLine(file);

// flag: lists folders while one looks at them
IEnumerable<string> folders = Directory.{|CG1001:EnumerateDirectories|}(".");

// flag: lists all while one looks at them
IEnumerable<string> entries = Directory.{|CG1001:EnumerateFileSystemEntries|}(".", "*", SearchOption.AllDirectories);

// flag (DirectoryInfo directory): lists files
IEnumerable<FileInfo> files = directory.{|CG1001:EnumerateFiles|}();

// flag (DirectoryInfo directory): lists folders
IEnumerable<DirectoryInfo> folders = directory.{|CG1001:EnumerateDirectories|}("a*");

// flag (DirectoryInfo directory): lists all
IEnumerable<FileSystemInfo> entries = directory.{|CG1001:EnumerateFileSystemInfos|}();

// swap: makes a folder
Directory.[|CreateDirectory|]("a");

// swap: deletes a tree
Directory.[|Delete|]("a", recursive: true);

// swap: moves a folder
Directory.[|Move|]("a", "b");

// swap: the drives
DriveInfo[] drives = DriveInfo.[|GetDrives|]();

// swap (Microsoft.Win32.SafeHandles.SafeFileHandle handle): to the disk
RandomAccess.[|FlushToDisk|](handle);

// quiet (Microsoft.Win32.SafeHandles.SafeFileHandle handle): asks
long length = RandomAccess.GetLength(handle);

// swap (Microsoft.Win32.SafeHandles.SafeFileHandle handle, byte[] buffer): reads at a place
int n = RandomAccess.[|Read|](handle, buffer, 0);

// quiet (FileStream file): tries to lock
#pragma warning disable CA1416
file.Lock(0, 8);

// swap (FileStream file): makes it longer
file.[|SetLength|](1024);

// swap (FileStream file): to the disk
file.[|Flush|](flushToDisk: true);

// swap (FileStream file): to the system
file.[|Flush|]();

// swap (FileSystemWatcher watcher): a change
WaitForChangedResult change = watcher.[|WaitForChanged|](WatcherChangeTypes.All);

// swap: opens a file
[|using|] FileStream file = [|new("a", FileMode.Open)|];

// swap: opens a file as text
using StreamReader reader = [|new("a")|];

// swap: the lines of a file
string[] lines = File.[|ReadAllLines|]("a");

// swap: the bytes of a file
byte[] bytes = File.[|ReadAllBytes|]("a");

// swap: writes a file
File.[|WriteAllText|]("a", "text");

// swap: adds to a file
File.[|AppendAllText|]("a", "text");

// swap: line by line
[|foreach|] (string line in File.[|ReadLines|]("a"))
    Console.WriteLine(line);

// quiet: text
string path = Path.Combine("a", "b");

// quiet: text, of this machine
string path = Path.GetTempPath();

// quiet: an object
FileInfo file = new("a");

// quiet (FileInfo file): text
string name = file.Name;

// quiet: text that looks like a file
string name = Path.GetFileName("a/b");
