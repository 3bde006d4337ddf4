// construct: readers and writers of XML that were created with `Async = true` in sight: by `Create`, with settings that are made there or held by a local
// lowered to: their asynchronous members
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        ScriptedStream stream = new([.. "<a><b>x</b><c/></a>"u8]) { GetsNoToken = true };
        System.Xml.XmlReader reader = System.Xml.XmlReader.Create(stream, new System.Xml.XmlReaderSettings { Async = true });
        string all = "";
        while (reader.Read())
            all += $"{reader.NodeType} {reader.Name};";
        Log(all);
        System.Xml.XmlWriterSettings settings = new() { Async = true, OmitXmlDeclaration = true };
        settings.Indent = false;
        System.Xml.XmlWriter writer = System.Xml.XmlWriter.Create(new ScriptedStream { GetsNoToken = true }, settings);
        writer.WriteStartElement(null, "a", null);
        writer.WriteString(all);
        writer.WriteEndElement();
        writer.Flush();
        Log("written");
        System.Xml.Linq.XElement element = new("e", "text");
        element.WriteTo(writer);
        writer.Flush();
        return Get(all);
    }
}
