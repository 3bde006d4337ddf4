using System.IO.Compression;
using System.Net.Http;
using System.Net.Http.Json;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using System.Xml.Xsl;

// swap (Stream stream): an object of a stream
int n = JsonSerializer.[|Deserialize<int>|](stream);

// swap (Stream stream, object value): an object to a stream
JsonSerializer.[|Serialize|](stream, value);

// quiet: an object of text
int n = JsonSerializer.Deserialize<int>("1");

// quiet (byte[] bytes): an object of bytes
int n = JsonSerializer.Deserialize<int>(bytes);

// quiet (JsonElement element): an object of a document
int n = element.Deserialize<int>();

// quiet (object value): text of an object
string text = JsonSerializer.Serialize(value);

// quiet (object value): bytes of an object
byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(value);

// quiet: a document of text
using JsonDocument document = JsonDocument.Parse("1");

// swap (Stream stream): a document of a stream
using JsonDocument document = JsonDocument.[|Parse|](stream);

// quiet: a node of text
JsonNode? node = JsonNode.Parse("1");

// quiet (HttpContent content): a task
Task<int> task = content.ReadFromJsonAsync<int>();

// swap (HttpContent content): the end of that task
int n = content.ReadFromJsonAsync<int>().[|Result|];

// flag (XmlDocument document, XmlReader reader): a document
document.{|CG1001:Load|}(reader);

// swap (XmlDocument document): a document of a file
document.[|Load|]("a.xml");

// swap (XmlDocument document): a document to a file
document.[|Save|]("a.xml");

// quiet (XmlDocument document): a document of text
document.LoadXml("<a/>");

// flag (XmlReader reader): what is below
bool any = reader.{|CG1001:Read|}();

// flag (XmlReader reader): what is below, past this
reader.{|CG1001:Skip|}();

// flag (XmlWriter writer): what is below, to write
writer.{|CG1001:Flush|}();

// swap (Stream stream): a document of a stream
XDocument document = XDocument.[|Load|](stream, LoadOptions.None);

// quiet: a document of text
XDocument document = XDocument.Parse("<a/>");

// quiet (XmlNodeReader reader): nodes in memory
bool any = reader.Read();

// swap (XmlSerializer serializer, Stream stream): an object of XML
object? value = serializer.[|Deserialize|](stream);

// swap (XmlSerializer serializer, Stream stream, object value): an object to XML
serializer.[|Serialize|](stream, value);

// swap (DataContractSerializer serializer, Stream stream): an object of XML
object? value = serializer.[|ReadObject|](stream);

// swap (DataContractSerializer serializer, XmlReader reader): an object of what is read elsewhere
object? value = serializer.[|ReadObject|](reader);

// swap (XslCompiledTransform transform): a file of a file
transform.[|Transform|]("a.xml", "b.html");

// swap (Stream stream): an archive
[|using|] ZipArchive archive = [|new(stream)|];

// swap: an archive in a folder
ZipFile.[|ExtractToDirectory|]("a.zip", "a");

// quiet (byte[] from, byte[] to): computing
BrotliEncoder encoder = new(5, 22);
encoder.Compress(from, to, out int read, out int written, isFinalBlock: true);

// quiet (XElement element): nodes in memory
element.Add(new XElement("b"));

// quiet (XmlReader reader): where it is
string name = reader.Name;

// quiet: text of a document
string text = new XElement("a").ToString();

// quiet (XmlWriter writer): to a buffer; it is Flush that is told of
writer.WriteStartElement("a");
writer.WriteEndElement();

// quiet (StringWriter text): to a string
using XmlWriter writer = XmlWriter.Create(text);
writer.WriteStartElement("a");
writer.WriteEndElement();

// swap (Stream stream): asynchronous by its settings, and so may wait where the buffer is full
XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings { Async = true });
writer.[|WriteStartElement|](null, "a", null);
writer.[|WriteEndElement|]();
