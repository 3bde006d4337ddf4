// construct: comments in all places of a call
// lowered to: themselves
internal static partial class Program
{
    [Coroutine] // here
    private static /* here */ int /* and here */ Main /* too */ ( /* nothing */ )
    // before the body
    {
        // first
        int n = /* a */ Get /* b */ ( /* c */ 1 /* d */ ) /* e */ ;
        n += Blocking // the type
            . // a dot
            Get // the name
            ( // open
                2 // the argument
            ); // closed

        /* last */
        return n; /** doc */
    }
}
