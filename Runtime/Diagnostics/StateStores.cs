using System.Reflection.Metadata;

namespace CoGen;

/// <summary>
/// Finds where the compiler's state machine stores the number of the await that it is about to wait at: in the midst of that await.
/// The symbols list the awaits, too, but not by these numbers.
/// </summary>
internal static class StateStores
{
    /// <summary>The field that holds the number.</summary>
    internal const string Field = "<>1__state";

    internal static IEnumerable<(int State, int Offset)> Find(BlobReader code, Func<int, bool> isStateField)
    {
        List<(int, int)> stores = [];
        int? constant = null;
        while (code.RemainingBytes > 0)
        {
            int offset = code.Offset;
            int opcode = code.ReadByte();
            if (opcode == 0xFE) opcode = 0xFE00 | code.ReadByte();
            switch (opcode)
            {
                case >= 0x15 and <= 0x1E: // ldc.i4.m1 to ldc.i4.8
                    constant = opcode - 0x16;
                    break;
                case (int)ILOpCode.Ldc_i4_s:
                    constant = code.ReadSByte();
                    break;
                case (int)ILOpCode.Ldc_i4:
                    constant = code.ReadInt32();
                    break;
                case (int)ILOpCode.Dup:
                case >= 0x0A and <= 0x0D: // stloc.0 to stloc.3
                    break;
                case (int)ILOpCode.Stloc_s:
                    code.ReadByte();
                    break;
                case (int)ILOpCode.Stfld:
                    if (isStateField(code.ReadInt32()) && constant is { } state and >= 0) stores.Add((state, offset));
                    constant = null;
                    break;
                case (int)ILOpCode.Switch:
                    code.Offset += 4 * code.ReadInt32();
                    constant = null;
                    break;
                default:
                    code.Offset += OperandSize(opcode);
                    constant = null;
                    break;
            }
        }

        return stores;
    }

    private static int OperandSize(int opcode) => opcode switch
    {
        >= 0x0E and <= 0x13 or 0x1F or >= 0x2B and <= 0x37 or 0xDE => 1,
        0x20 or 0x22 or 0x27 or 0x28 or 0x29 or >= 0x38 and <= 0x44 => 4,
        >= 0x6F and <= 0x75 or 0x79 or >= 0x7B and <= 0x81 => 4,
        0x8C or 0x8D or 0x8F or 0xA3 or 0xA4 or 0xA5 or 0xC2 or 0xC6 or 0xD0 or 0xDD => 4,
        0x21 or 0x23 => 8,
        0xFE06 or 0xFE07 or 0xFE15 or 0xFE16 or 0xFE1C => 4,
        >= 0xFE09 and <= 0xFE0E => 2,
        0xFE12 or 0xFE19 => 1,
        _ => 0,
    };
}
