// construct: line breaks of all kinds, tabs and a byte order mark
// lowered to: the same lines
internal static partial class Program
{
	[Coroutine]
	private static string Main()
	{
		string text = @"a
	b";
		if (Get(true))
		{
			text += Get("c");
		}

		return text.Replace("\r", "R").Replace("\n", "N");
	}
}
