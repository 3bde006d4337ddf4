using System.Numerics;

namespace CoGen;

/// <summary>Lends small numbers, from 1 on: always the smallest that is free.</summary>
internal static class Idents
{
    /// <summary>One bit for each number that is lent.</summary>
    private static readonly List<ulong> s_lent = [];

    internal static int Take()
    {
        lock (s_lent)
        {
            int word = s_lent.FindIndex(static bits => bits != ulong.MaxValue);
            if (word < 0)
            {
                word = s_lent.Count;
                s_lent.Add(0);
            }

            int bit = BitOperations.TrailingZeroCount(~s_lent[word]);
            s_lent[word] |= 1UL << bit;
            return (word * 64) + bit + 1;
        }
    }

    internal static void Return(int ident)
    {
        lock (s_lent) s_lent[(ident - 1) / 64] &= ~(1UL << ((ident - 1) % 64));
    }
}
