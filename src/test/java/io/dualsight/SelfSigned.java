package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates that vouch for themselves, made by the JDK's keytool. */
public final class SelfSigned {
    public static final char[] PASSWORD = "changeit".toCharArray();
    /** Of the key and its certificate. */
    public static final String ALIAS = "x";

    private SelfSigned() {}

    /** With a key of this algorithm, {@code EC} or {@code RSA}, for this name and addresses. */
    public static KeyStore keyStore(Path folder, String algorithm, String name, String addresses)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", ALIAS));
        boolean curve = algorithm.equals("EC");
        command.addAll(List.of("-keyalg", algorithm, curve ? "-groupname" : "-keysize", curve ? "secp256r1" : "2048"));
        command.addAll(List.of("-dname", "CN=" + name, "-ext", "SAN=" + addresses, "-ext", "BC=ca:true"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "changeit"));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    public static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
