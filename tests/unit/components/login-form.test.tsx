import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LoginForm } from "@/components/auth/login-form";

afterEach(() => vi.restoreAllMocks());

function answerSignIn(url: string) {
  return vi
    .spyOn(globalThis, "fetch")
    .mockImplementation(async (input) =>
      String(input).endsWith("/csrf")
        ? Response.json({ csrfToken: "token" })
        : Response.json({ url }, { status: url.includes("error=") ? 401 : 200 }),
    );
}

describe("LoginForm", () => {
  it("keeps the name, shows the error by the field and moves the focus to it", async () => {
    const fetching = answerSignIn("http://localhost/api/auth/error?error=CredentialsSignin");
    const user = userEvent.setup();
    render(<LoginForm next="/" initialError={null} />);
    await user.type(screen.getByLabelText("Tên đăng nhập"), "canbo.mau01");
    await user.type(screen.getByLabelText("Mật khẩu"), "sai-mat-khau{Enter}");
    const field = screen.getByLabelText("Mật khẩu");
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getByLabelText<HTMLInputElement>("Tên đăng nhập").value).toBe("canbo.mau01");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    const error = document.getElementById(field.getAttribute("aria-describedby") ?? "");
    expect(error?.textContent).toMatch(/^Tên đăng nhập hoặc mật khẩu chưa đúng\./);
    const body = fetching.mock.calls[1]?.[1]?.body as URLSearchParams;
    expect(Object.fromEntries(body)).toMatchObject({ username: "canbo.mau01", csrfToken: "token" });
  });

  it("goes to the asked page after signing in", async () => {
    answerSignIn("http://localhost/");
    const go = vi.spyOn(window.location, "assign").mockImplementation(() => {});
    const user = userEvent.setup();
    render(<LoginForm next="/gaps?unit=mau-01" initialError={null} />);
    await user.type(screen.getByLabelText("Tên đăng nhập"), "a");
    await user.type(screen.getByLabelText("Mật khẩu"), "b{Enter}");
    await vi.waitFor(() => expect(go).toHaveBeenCalledWith("/gaps?unit=mau-01"));
  });

  it("asks for what is empty without asking the server", async () => {
    const fetching = answerSignIn("http://localhost/");
    const user = userEvent.setup();
    render(<LoginForm next="/" initialError={null} />);
    await user.click(screen.getByRole("button", { name: "Đăng nhập" }));
    expect(fetching).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByLabelText("Tên đăng nhập"));
    expect(screen.getByText("Nhập mật khẩu.")).toBeTruthy();
  });

  it("says so when the server cannot be reached", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("offline"));
    const user = userEvent.setup();
    render(<LoginForm next="/" initialError={null} />);
    await user.type(screen.getByLabelText("Tên đăng nhập"), "a");
    await user.type(screen.getByLabelText("Mật khẩu"), "b{Enter}");
    expect(await screen.findByText(/Chưa đăng nhập được lúc này/)).toBeTruthy();
  });

  it("shows and hides the password", async () => {
    const user = userEvent.setup();
    render(<LoginForm next="/" initialError={null} />);
    await user.click(screen.getByRole("button", { name: "Hiện mật khẩu" }));
    expect(screen.getByLabelText<HTMLInputElement>("Mật khẩu").type).toBe("text");
  });
});
