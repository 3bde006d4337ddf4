// construct: a null receiver whose arguments block: `none.Write(g())`
// lowered to: awaits in place; the arguments run first, as in the original
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source? none = null;
        string text = "";
        try
        {
            none!.Write(Get(1));
        }
        catch (NullReferenceException)
        {
            text += "null ";
        }

        try
        {
            text += none!.Name.Insert(0, Get("never"));
        }
        catch (NullReferenceException)
        {
            text += "name ";
        }

        try
        {
            Action<int>? action = null;
            action!(Get(2));
        }
        catch (NullReferenceException)
        {
            text += "delegate";
        }

        return text;
    }
}
