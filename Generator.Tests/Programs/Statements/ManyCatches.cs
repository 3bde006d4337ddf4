// construct: several `catch` clauses, with filters and without a variable
// lowered to: awaits in place
internal static partial class Program
{
    private static void Throw(int i) => throw i switch
    {
        0 or 1 => new InvalidOperationException(i.ToString()),
        2 => new ArgumentException("argument"),
        _ => new FormatException(),
    };

    [Coroutine]
    private static string Main()
    {
        string text = "";
        for (int i = 0; i < 4; i++)
        {
            try
            {
                Throw(Get(i));
            }
            catch (InvalidOperationException e) when (e.Message == "1")
            {
                text += Get("filtered");
            }
            catch (InvalidOperationException)
            {
                text += Get("invalid");
            }
            catch (ArgumentException e)
            {
                text += Get(e.Message);
            }
            catch when (i == 3)
            {
                text += Get("rest");
            }
        }

        return text;
    }
}
