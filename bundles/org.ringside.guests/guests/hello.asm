; hello: a whole Linux program in a dozen lines
;
; A program cannot reach the console by itself: that is the kernel's. All it can do is put a question into registers and
; execute INT 0x80, which takes the processor into the kernel; the answer comes back in EAX. This is Linux's system call
; interface on i386, so this very file also runs on a PC:
;
;	nasm -f elf32 hello.asm && ld -m elf_i386 -o hello hello.o && ./hello; echo $?

SYS_EXIT	equ 1			; the numbers of Linux/i386
SYS_WRITE	equ 4
STDOUT		equ 1			; file descriptor of standard output
EXIT_CODE	equ 42			; any number from 0 to 255 will do

	bits 32
	global _start			; the linker makes this label the entry point

	section .text
_start:
	mov eax, SYS_WRITE		; write(STDOUT, message, length)
	mov ebx, STDOUT
	mov ecx, message
	mov edx, message_end - message
	int 0x80			; EAX: how many bytes were written, or the error code, negated

	mov eax, SYS_EXIT		; exit(EXIT_CODE): never returns
	mov ebx, EXIT_CODE
	int 0x80

	section .data
message:
	db "Hello from ring 3!", 10
message_end:
