package ru.freesport.console.partners;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;

/** A piece of a blob as it lies in the database; pictures and archives do not shrink and are kept as they are. */
record BlobChunk(int size, boolean zstd, byte[] data) {

    static final int RAW_SIZE = 1 << 20;

    static BlobChunk of(ZstdCompressCtx compressor, byte[] raw, int size) {
        byte[] target = new byte[(int) Zstd.compressBound(size)];
        int length = compressor.compressByteArray(target, 0, target.length, raw, 0, size);
        boolean shrank = length < size - size / 16;
        return new BlobChunk(size, shrank, shrank ? Arrays.copyOf(target, length) : Arrays.copyOf(raw, size));
    }

    byte[] raw() {
        return zstd ? Zstd.decompress(data, size) : data;
    }
}
