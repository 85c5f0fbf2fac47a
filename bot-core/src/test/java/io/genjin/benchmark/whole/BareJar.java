package io.genjin.benchmark.whole;

import io.genjin.benchmark.whole.bare.BareApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** genjin.jar with {@link BareApplication} instead of the bot: same libraries, same settings, same layout. */
final class BareJar {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private BareJar() {}

    static Path make(Path genjin, Path bare) throws IOException {
        try (ZipFile from = new ZipFile(genjin.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(bare))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (entry.getName().equals(MANIFEST)) {
                    write(to, MANIFEST, manifest(from.getInputStream(entry)));
                } else if (!ofTheBot(entry.getName())) {
                    copy(from, entry, to);
                }
            }
            String name = BareApplication.class.getName().replace('.', '/') + ".class";
            try (InputStream code = BareApplication.class.getClassLoader().getResourceAsStream(name)) {
                write(to, CLASSES + name, java.util.Objects.requireNonNull(code).readAllBytes());
            }
        }
        return bare;
    }

    private static boolean ofTheBot(String name) {
        return name.startsWith(CLASSES + "io/genjin/") || name.startsWith(CLASSES + "templates/");
    }

    private static byte[] manifest(InputStream old) throws IOException {
        Manifest manifest = new Manifest(old);
        manifest.getMainAttributes().putValue("Start-Class", BareApplication.class.getName());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    /** Libraries stay as they are stored: the loader reads them in place. */
    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setMethod(entry.getMethod());
        if (entry.getMethod() == ZipEntry.STORED) {
            same.setSize(entry.getSize());
            same.setCrc(entry.getCrc());
        }
        to.putNextEntry(same);
        from.getInputStream(entry).transferTo(to);
        to.closeEntry();
    }

    private static void write(ZipOutputStream to, String name, byte[] content) throws IOException {
        to.putNextEntry(new ZipEntry(name));
        to.write(content);
        to.closeEntry();
    }
}
