package io.genjin.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderWhoseMakingWasCutShortIsMadeAnew() {
        var commands = new CutShort();
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> LocalDatabase.start(commands, folder, 0, false))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("power cut");
            assertThat(commands.made).isEqualTo(i);
        }
    }

    /** Gets as far as the folder by which finished data are known. */
    private static final class CutShort implements DatabaseCommands {
        private int made;

        @Override
        public String name() {
            return "half";
        }

        @Override
        public void initialise(Path data) throws IOException {
            made++;
            Files.createDirectory(data.resolve("mysql"));
            throw new IOException("power cut");
        }

        @Override
        public ProcessBuilder server(Path data, int port, Path log) throws IOException {
            throw new IOException("started with half of its data");
        }

        @Override
        public String explain(String lastWords) {
            return lastWords;
        }
    }
}
