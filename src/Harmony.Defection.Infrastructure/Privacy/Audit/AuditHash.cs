using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Harmony.Defection.Infrastructure.Privacy.Audit;

/// <summary>
/// The one encoding over which entries are hashed: each value as UTF-8 behind its length in four bytes, a missing one as the length −1, so that
/// no two entries share an encoding.
/// </summary>
internal static class AuditHash
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Beginning = new('0', AuditEntry.HashLength);

    public static string Of(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "1");
        Add(hash, entry.PreviousHash);
        Add(hash, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Add(hash, entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        Add(hash, entry.Action);
        Add(hash, entry.ActorId?.ToString("D"));
        Add(hash, entry.Role);
        Add(hash, entry.SubjectKind);
        Add(hash, entry.SubjectId?.ToString("D"));
        Add(hash, entry.Fields);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string? value)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (value is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, -1);
            hash.AppendData(length);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(value);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
