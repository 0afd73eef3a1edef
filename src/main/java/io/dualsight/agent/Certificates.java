package io.dualsight.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys in PEM, made into what TLS connections take. */
final class Certificates {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (EC |RSA |)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");
    /** What PKCS#8 puts before a key of P-256, and before an RSA key. */
    private static final String EC_HEADER = "020100301306072a8648ce3d020106082a8648ce3d030107";

    private static final String RSA_HEADER = "020100300d06092a864886f70d0101010500";
    private static final String EC_OID = "2a8648ce3d0201";
    private static final char[] NO_PASSWORD = {};

    private Certificates() {}

    /** Trusts the authorities of a file, and no others. */
    static SSLSocketFactory trusting(Path file) throws IOException {
        String source = "--ca-file " + file;
        try {
            return factory(source, Files.readString(file), new KeyManager[0]);
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw UnreadableException.of(source, e);
        }
    }

    /** Trusts the cluster's authorities, and shows the client certificate where there is one. */
    static SSLSocketFactory of(Credentials credentials) throws IOException {
        KeyManager[] keys = new KeyManager[0];
        if (credentials.certificate() != null && credentials.key() != null) {
            keys = keys(credentials.certificate(), credentials.key());
        }
        return factory("certificate-authority", credentials.authorities(), keys);
    }

    private static SSLSocketFactory factory(String source, String authorities, KeyManager[] keys) throws IOException {
        try {
            KeyStore store = empty();
            int count = 0;
            for (Certificate each : certificates(authorities)) {
                store.setCertificateEntry("ca-" + count++, each);
            }
            if (count == 0) {
                throw new UnreadableException(source, "holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new UnreadableException(source, "holds no certificate that can be read");
        }
    }

    private static KeyManager[] keys(String certificate, String key) throws IOException {
        try {
            KeyStore store = empty();
            Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
            store.setKeyEntry("client", key(key), NO_PASSWORD, chain);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            return managers.getKeyManagers();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableException("client-key", "holds no key that can be read");
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static java.util.Collection<? extends Certificate> certificates(String pem)
            throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        Matcher block = KEY.matcher(pem);
        if (!block.find()) {
            throw new GeneralSecurityException("no key");
        }
        byte[] der = Base64.getMimeDecoder().decode(block.group(2));
        return switch (block.group(1)) {
            case "EC " -> key("EC", wrapped(EC_HEADER, der));
            case "RSA " -> key("RSA", wrapped(RSA_HEADER, der));
            default -> key(HexFormat.of().formatHex(der).contains(EC_OID) ? "EC" : "RSA", der);
        };
    }

    private static PrivateKey key(String algorithm, byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    /** The older forms that Go writes, as the one form that the JDK reads. */
    private static byte[] wrapped(String header, byte[] der) {
        HexFormat hex = HexFormat.of();
        String content = header + tagged("04", hex.formatHex(der));
        return hex.parseHex(tagged("30", content));
    }

    private static String tagged(String tag, String content) {
        int length = content.length() / 2;
        String size = length < 0x80
                ? "%02x".formatted(length)
                : length < 0x100 ? "81%02x".formatted(length) : "82%04x".formatted(length);
        return tag + size + content;
    }
}
