"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { describeSignInError } from "@/lib/auth/messages";
import { signInByPost } from "./auth-post";

/** @param next a path already checked by safeNextPath */
export function LoginForm({ next, initialError }: { next: string; initialError: string | null }) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [isShown, setIsShown] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [errors, setErrors] = useState<{ username?: string; password?: string; attempt: number }>({
    password: initialError ?? undefined,
    attempt: 0,
  });
  const form = useRef<HTMLFormElement>(null);

  // After a refused attempt the first wrong field takes the focus; its error is read with it.
  useEffect(() => {
    if (errors.attempt === 0) return;
    form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const attempt = errors.attempt + 1;
    if (!username.trim() || !password) {
      setErrors({
        username: username.trim() ? undefined : "Nhập tên đăng nhập.",
        password: password ? undefined : "Nhập mật khẩu.",
        attempt,
      });
      return;
    }
    setIsBusy(true);
    const code = await signInByPost(username.trim(), password);
    const message = describeSignInError(code);
    if (message === null) {
      // A full load: the new session must reach every server component.
      window.location.assign(next);
      return;
    }
    setIsBusy(false);
    setErrors({ password: message, attempt });
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="mt-6 flex flex-col gap-5">
      <TextField
        id="username"
        label="Tên đăng nhập"
        hint="Ví dụ: duongduc.vanphong"
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        error={errors.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        className="min-h-11 font-sans"
      />
      <TextField
        id="password"
        label="Mật khẩu"
        type={isShown ? "text" : "password"}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={errors.password}
        autoComplete="current-password"
        maxLength={200}
        className="min-h-11 font-sans"
        after={
          <Button
            className="min-h-11 w-18"
            aria-pressed={isShown}
            aria-label="Hiện mật khẩu"
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? "Ẩn" : "Hiện"}
          </Button>
        }
      />
      <div>
        <Button type="submit" variant="primary" className="min-h-11 px-7" aria-disabled={isBusy}>
          {isBusy ? "Đang đăng nhập…" : "Đăng nhập"}
        </Button>
      </div>
    </form>
  );
}
