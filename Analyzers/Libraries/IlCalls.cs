using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace CoGen.Analyzers.Libraries;

/// <summary>
/// Reads the calls of one body of IL, each with the type of its receiver. For that the stack is followed from top to bottom, without branches: where these meet, what is not
/// known is left unknown.
/// </summary>
internal sealed class IlCalls
{
    private readonly MetadataReader _reader;
    private readonly MethodMembers _members;
    private readonly ImmutableArray<string> _arguments;
    private readonly ImmutableArray<string> _locals;
    private readonly List<string?> _stack = [];
    private readonly ImmutableArray<LibraryCall>.Builder _calls = ImmutableArray.CreateBuilder<LibraryCall>();

    private IlCalls(MetadataReader reader, MethodMembers members, ImmutableArray<string> arguments, ImmutableArray<string> locals)
    {
        _reader = reader;
        _members = members;
        _arguments = arguments;
        _locals = locals;
    }

    public static ImmutableArray<LibraryCall> In(MethodDefinition method, MethodBodyBlock body, MetadataReader reader, MethodMembers members)
    {
        MethodSignature<string> signature = method.DecodeSignature(SignatureNames.Instance, null);
        ImmutableArray<string> arguments = signature.Header.IsInstance
            ? signature.ParameterTypes.Insert(0, SignatureNames.Of(reader, method.GetDeclaringType()))
            : signature.ParameterTypes;
        ImmutableArray<string> locals = body.LocalSignature.IsNil ? [] : reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(SignatureNames.Instance, null);
        IlCalls calls = new(reader, members, arguments, locals);
        calls.Read(body.GetILReader());
        return calls._calls.ToImmutable();
    }

    private void Read(BlobReader il)
    {
        while (il.RemainingBytes > 0)
        {
            ILOpCode code = ReadCode(ref il);
            switch (code)
            {
                case ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj:
                    Call(code, MetadataTokens.EntityHandle(il.ReadInt32()));
                    continue;
                case ILOpCode.Calli:
                    il.ReadInt32();
                    _stack.Clear();
                    continue;
                case ILOpCode.Switch:
                    Pop();
                    int targets = il.ReadInt32();
                    if (targets < 0 || targets > il.RemainingBytes / 4)
                    {
                        throw new BadImageFormatException();
                    }

                    il.Offset += 4 * targets;
                    continue;
            }

            int size = code.IsBranch() ? code.GetBranchOperandSize() : StackEffects.OperandSize(code);
            int operand = size switch { 1 => il.ReadByte(), 2 => il.ReadUInt16(), 4 => il.ReadInt32(), _ => 0 };
            if (size == 8)
            {
                il.ReadInt64();
            }

            string? top = _stack.Count > 0 ? _stack[_stack.Count - 1] : null;
            for (int i = 0; i < StackEffects.Taken(code); i++)
            {
                Pop();
            }

            for (int i = 0; i < StackEffects.Left(code); i++)
            {
                _stack.Add(code == ILOpCode.Dup ? top : TypeOf(code, operand));
            }

            if (StackEffects.Ends(code))
            {
                _stack.Clear();
            }
        }
    }

    private string? TypeOf(ILOpCode code, int operand) => code switch
    {
        >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3 => At(_arguments, code - ILOpCode.Ldarg_0),
        ILOpCode.Ldarg_s or ILOpCode.Ldarg or ILOpCode.Ldarga_s or ILOpCode.Ldarga => At(_arguments, operand),
        >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3 => At(_locals, code - ILOpCode.Ldloc_0),
        ILOpCode.Ldloc_s or ILOpCode.Ldloc or ILOpCode.Ldloca_s or ILOpCode.Ldloca => At(_locals, operand),
        ILOpCode.Ldfld or ILOpCode.Ldsfld or ILOpCode.Ldflda or ILOpCode.Ldsflda => _members.FieldType(MetadataTokens.EntityHandle(operand)),
        ILOpCode.Castclass or ILOpCode.Isinst => _members.NameOf(MetadataTokens.EntityHandle(operand)),
        _ => null,
    };

    private void Call(ILOpCode code, EntityHandle token)
    {
        if (_members.Find(token) is not MethodMember member)
        {
            _stack.Clear();
            return;
        }

        for (int i = 0; i < member.Signature.ParameterTypes.Length; i++)
        {
            Pop();
        }

        string? receiver = code != ILOpCode.Newobj && member.Signature.Header.IsInstance ? Pop() : null;
        _calls.Add(new LibraryCall(member.Assembly, member.Type, member.Id, receiver, IsVirtual: code == ILOpCode.Callvirt));
        if (code == ILOpCode.Newobj)
        {
            _stack.Add(member.Type);
        }
        else if (member.Signature.ReturnType != "System.Void")
        {
            _stack.Add(member.Signature.ReturnType);
        }
    }

    private string? Pop()
    {
        if (_stack.Count == 0)
        {
            return null;
        }

        string? top = _stack[_stack.Count - 1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private static ILOpCode ReadCode(ref BlobReader il)
    {
        byte first = il.ReadByte();
        return first == 0xFE ? (ILOpCode)(0xFE00 | il.ReadByte()) : (ILOpCode)first;
    }

    private static string? At(ImmutableArray<string> types, int index) => index < types.Length ? types[index] : null;
}
