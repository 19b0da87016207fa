using System.IO.Compression;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Plumbing;

/// <summary>One file of an archive.</summary>
/// <param name="Name">Its path in the archive.</param>
/// <param name="WriteAsync">Writes its content.</param>
public sealed record ArchiveEntry(string Name, Func<Stream, CancellationToken, Task> WriteAsync);

/// <summary>A ZIP archive, written straight into the answer: what it holds is never on a disk unencrypted, nor in memory whole.</summary>
/// <param name="fileName">The name it is saved under.</param>
/// <param name="entries">Its files.</param>
public sealed class ArchiveResult(string fileName, IReadOnlyList<ArchiveEntry> entries) : IActionResult
{
    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var answer = context.HttpContext.Response;
        var cancellation = context.HttpContext.RequestAborted;
        answer.ContentType = MediaTypeNames.Application.Zip;
        answer.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await using var outlet = new Outlet(answer.Body);
        await using var archive = await ZipArchive.CreateAsync(outlet, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var entry in entries)
        {
            await using (var content = await archive.CreateEntry(entry.Name).OpenAsync(cancellation))
            {
                await entry.WriteAsync(content, cancellation);
            }

            await outlet.FlushAsync(cancellation);
        }
    }

    /// <summary>Takes what the archive writes in either way, and passes it on without holding a thread.</summary>
    private sealed class Outlet(Stream body) : Stream
    {
        private const int Enough = 64 * 1024;

        private readonly MemoryStream waiting = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            waiting.Write(buffer.Span);
            if (waiting.Length >= Enough)
            {
                await FlushAsync(cancellationToken);
            }
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await body.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellationToken);
            waiting.SetLength(0);
        }

        public override async ValueTask DisposeAsync()
        {
            await FlushAsync(CancellationToken.None);
            await base.DisposeAsync();
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
