// construct: `#region`, `#pragma`, `#nullable`, `#line` in a body, regions that overlap it
// lowered to: empty lines, but for `#nullable` and `#line`
internal static partial class Program
{
    #region begins outside
    [Coroutine]
    private static string Main()
    {
        #endregion
        #region inside
#pragma warning disable CS0168 // for a reason
        int unused;
#pragma warning restore CS0168
        #endregion
#nullable disable
        string text = null;
#nullable restore
#line 200 "other.txt"
        text = Get("a") /* a comment with await and # in it */ + "b"; // Get(1)
#line default
        /* over
#if not a directive
         lines */
        return text + Get("c");
        #region ends outside
    }
    #endregion
}
