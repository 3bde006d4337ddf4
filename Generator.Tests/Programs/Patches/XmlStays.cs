// construct: readers and writers of XML that may not be asynchronous
// instead: create them with `new XmlReaderSettings { Async = true }` where their local is declared
// stays blocking: `Read`, `Write…` and `Flush`, whose asynchronous forms would throw
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        ScriptedStream Open() => new([.. "<a/>"u8]);
        Pause("first");
        System.Xml.XmlReader plain = System.Xml.XmlReader.Create(Open());
        while (plain.Read())
            Log(plain.NodeType);

        // Somebody else could change the settings.
        System.Xml.XmlReaderSettings shared = new() { Async = true };
        Change(shared);
        System.Xml.XmlReader unsure = System.Xml.XmlReader.Create(Open(), shared);
        Log(unsure.Read());

        System.Xml.XmlReader reader = System.Xml.XmlReader.Create(Open(), new System.Xml.XmlReaderSettings { Async = true });
        Log(reader.CanReadBinaryContent);
        reader = System.Xml.XmlReader.Create(Open());
        Log(reader.Read());

        System.Xml.XmlWriterSettings settings = new() { Async = true };
        settings.Reset();
        System.Xml.XmlWriter writer = System.Xml.XmlWriter.Create(new ScriptedStream(), settings);
        writer.WriteStartElement(null, "a", null);
        writer.Flush();
        return Get("end");
    }

    private static void Change(System.Xml.XmlReaderSettings settings) => settings.Async = false;
}
