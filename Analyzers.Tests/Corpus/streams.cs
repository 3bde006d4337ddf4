using System.IO.Compression;
using System.IO.Pipes;

// swap (Stream stream): a byte
int value = stream.[|ReadByte|]();

// swap (Stream stream): a byte to write
stream.[|WriteByte|](1);

// quiet (Stream stream): a place
stream.Seek(0, SeekOrigin.Begin);

// quiet (Stream stream): a length
stream.SetLength(0);

// flag (Stream stream, IAsyncResult result): the end of what was begun
int n = stream.{|CG1001:EndRead|}(result);

// flag (Stream stream, IAsyncResult result): the end of what was begun, writing
stream.{|CG1001:EndWrite|}(result);

// flag (MemoryStream memory, Stream stream): memory to a stream
memory.{|CG1001:WriteTo|}(stream);

// swap (MemoryStream memory, Stream stream): memory to a stream, in its parts
memory.[|CopyTo|](stream);

// swap (BinaryReader reader): four bytes
int n = reader.[|ReadInt32|]();

// swap (BinaryReader reader): some bytes
byte[] bytes = reader.[|ReadBytes|](8);

// swap (BinaryReader reader): text
string text = reader.[|ReadString|]();

// swap (BinaryWriter writer): four bytes to write
writer.[|Write|](1);

// swap (BinaryWriter writer): what was written
writer.[|Flush|]();

// swap (TextReader reader): a character
int value = reader.[|Read|]();

// swap (TextReader reader, char[] buffer): some characters
int n = reader.[|Read|](buffer, 0, 8);

// swap (TextReader reader): a look ahead
int value = reader.[|Peek|]();

// swap (TextReader reader): a line
string? line = reader.[|ReadLine|]();

// swap (TextReader reader): the rest
string text = reader.[|ReadToEnd|]();

// swap (StreamReader reader): asks the stream
bool end = reader.[|EndOfStream|];

// swap (TextWriter writer): a truth
writer.[|Write|](true);

// swap (TextWriter writer): text
writer.[|Write|]("text");

// swap (TextWriter writer): a format
writer.[|Write|]("{0} of {1}", 1, 2);

// swap (TextWriter writer): a line
writer.[|WriteLine|]("text");

// swap (TextWriter writer): a number in a line
writer.[|WriteLine|](1.5);

// swap (TextWriter writer): what was written
writer.[|Flush|]();

// swap (Stream stream, byte[] bytes): bytes to write
stream.[|Write|](bytes, 0, 8);

// swap (Stream stream, byte[] bytes): bytes of a span
stream.[|Write|](bytes.AsSpan(0, 4));

// swap (Stream stream): what was written
stream.[|Flush|]();

// swap (GZipStream stream, byte[] buffer): what is below
int n = stream.[|Read|](buffer, 0, 8);

// swap (BufferedStream stream, byte[] buffer): what is below
int n = stream.[|Read|](buffer, 0, 8);

// swap (NamedPipeClientStream pipe): the other end
pipe.[|Connect|]();

// swap (NamedPipeServerStream pipe): the other end
pipe.[|WaitForConnection|]();

// swap (PipeStream pipe): the other end's reading
#pragma warning disable CA1416
pipe.[|WaitForPipeDrain|]();

// quiet (MemoryStream stream, byte[] buffer): memory
int n = stream.Read(buffer, 0, 8);

// quiet (MemoryStream stream): memory, a byte
int n = stream.ReadByte();

// quiet (MemoryStream stream): memory, an array
byte[] bytes = stream.ToArray();

// quiet (MemoryStream stream): memory, flushed
stream.Flush();

// quiet (UnmanagedMemoryStream stream, byte[] buffer): memory
int n = stream.Read(buffer, 0, 8);

// quiet (StringReader reader): a string
string? line = reader.ReadLine();

// quiet (StringReader reader): the rest of a string
string rest = reader.ReadToEnd();

// quiet (StringWriter writer): a string
writer.Write("text");

// quiet (StringWriter writer): a line of a string
writer.WriteLine("text");

// quiet (StringWriter writer): flushes a string
writer.Flush();

// quiet (Stream stream): asks
bool can = stream.CanRead;

// quiet (Stream stream): asks for the place
long at = stream.Position;

// quiet: nothing
Stream stream = Stream.Null;

// quiet (MemoryStream stream): its writer
using StreamReader reader = new(stream);
