package io.dualsight.triage.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** As much of an SMTP server as a client needs to send a mail, with the whims of real ones. */
final class MailServer implements AutoCloseable {

    /** Commands and lines of letters, as they came. */
    final List<String> lines = new CopyOnWriteArrayList<>();

    volatile String toRecipients = "250 fine";
    volatile boolean mute;
    private final ServerSocket server;

    MailServer() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** A client of it, patient for a second. */
    JavaMailSender client() {
        JavaMailSenderImpl client = new JavaMailSenderImpl();
        client.setHost("127.0.0.1");
        client.setPort(server.getLocalPort());
        Properties settings = client.getJavaMailProperties();
        settings.put("mail.smtp.connectiontimeout", "1000");
        settings.put("mail.smtp.timeout", "1000");
        return client;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    BufferedReader in =
                            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                    Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
                converse(in, out);
            } catch (IOException e) {
                // The client has left, or the test is over.
            }
        }
    }

    private void converse(BufferedReader in, Writer out) throws IOException {
        if (!mute) {
            say(out, "220 mail.example.com");
        }
        boolean letter = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            letter = letter ? !line.equals(".") : line.equals("DATA");
            String answer = letter ? line.equals("DATA") ? "354 go on" : "" : answer(line);
            if (!answer.isEmpty()) {
                say(out, answer);
            }
        }
    }

    private String answer(String line) {
        return line.startsWith("RCPT") ? toRecipients : line.equals("QUIT") ? "221 bye" : "250 fine";
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
