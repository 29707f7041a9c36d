; Runs single instructions on the real processor, in an i386 Linux process, and reports what they did.
;
; Standard input holds a header and cases of 512 bytes; standard output gets 384 bytes for each case. The code of a case
; is surrounded by INT3, so every case ends in a signal: its own fault, or the breakpoint behind it. The signal's context
; is the result.
;
; header (4096 bytes):	number of cases, number of LDT entries, 8 bytes of nothing, entries for modify_ldt (16 bytes each)
; case:			EAX ECX EDX EBX ESP EBP ESI EDI EFLAGS ES FS GS SS, the offset and the segment to start at,
;			64: 16 bytes of code, 256: the window's 256 bytes of memory
; result:		the signal context (gs fs es ds edi esi ebp esp ebx edx ecx eax trapno err eip cs eflags esp ss fpstate
;			oldmask cr2), 96: the window

	bits 32

CODE		equ 0x20000000		; one page, filled with INT3
ENTRY		equ CODE + 0x800
DATA		equ 0x10000000		; two pages; around them nothing is mapped
WINDOW		equ DATA + 0xF80	; lies across their border
WINDOW_SIZE	equ 256
CASE_SIZE	equ 512
RESULT_SIZE	equ 384
MOST_CASES	equ 65536

SYS_EXIT	equ 1
SYS_READ	equ 3
SYS_WRITE	equ 4
SYS_MMAP2	equ 192
SYS_MODIFY_LDT	equ 123
SYS_SIGACTION	equ 174
SYS_SIGALTSTACK	equ 186

	global _start

	section .text
_start:
	mov [own_stack], esp
	mov edi, input			; read everything
.read:
	mov eax, SYS_READ
	xor ebx, ebx
	mov ecx, edi
	mov edx, input_end
	sub edx, edi
	int 0x80
	test eax, eax
	js fail
	jz .all_read
	add edi, eax
	jmp .read
.all_read:
	mov ebx, CODE
	mov ecx, 0x1000
	mov edx, 7			; read, write, execute
	call map
	mov ebx, DATA
	mov ecx, 0x2000
	mov edx, 3
	call map

	mov esi, input + 16
	mov edi, [input + 4]
.descriptor:
	test edi, edi
	jz .signals
	mov eax, SYS_MODIFY_LDT
	mov ebx, 1
	mov ecx, esi
	mov edx, 16
	int 0x80
	test eax, eax
	jnz fail
	add esi, 16
	dec edi
	jmp .descriptor

.signals:
	mov esi, signals
.signal:
	lodsb
	test al, al
	jz .start
	movzx ebx, al
	push esi
	mov eax, SYS_SIGACTION
	mov ecx, action
	xor edx, edx
	mov esi, 8
	int 0x80
	pop esi
	test eax, eax
	jnz fail
	jmp .signal

.start:
	mov dword [case], input + 4096
	mov dword [result], output

; One case: memory, code, segments, flags, registers, go. Each signal takes the alternate stack away, so that its
; handler gets the whole of it, even if the case has moved ESP there.
next:
	mov eax, SYS_SIGALTSTACK
	mov ebx, alternate
	xor ecx, ecx
	int 0x80
	test eax, eax
	jnz fail
	mov ebp, [case]
	mov edi, CODE
	mov ecx, 0x1000 / 4
	mov eax, 0xCCCCCCCC
	rep stosd
	lea esi, [ebp + 64]
	mov edi, ENTRY
	mov ecx, 4
	rep movsd
	mov edi, DATA			; what another case has left there
	mov ecx, 0x2000 / 4
	xor eax, eax
	rep stosd
	lea esi, [ebp + 256]
	mov edi, WINDOW
	mov ecx, WINDOW_SIZE / 4
	rep movsd
	mov es, [ebp + 36]
	mov fs, [ebp + 40]
	mov gs, [ebp + 44]
	mov eax, [ebp + 52]
	mov [entry], eax
	mov eax, [ebp + 56]
	mov [entry + 4], eax
	push dword [ebp + 32]
	popfd
	mov eax, [ebp]
	mov ecx, [ebp + 4]
	mov edx, [ebp + 8]
	mov ebx, [ebp + 12]
	mov esi, [ebp + 24]
	mov edi, [ebp + 28]
	mov ss, [ebp + 48]		; from here on EBP addresses the case only with DS
	mov esp, [ds:ebp + 16]
	mov ebp, [ds:ebp + 20]
	jmp far [entry]

; The signal handler never returns to the case. It is entered on the alternate stack with ESP -> return address, signal
; number, information, context.
handler:
	mov esi, [esp + 12]
	cld
	add esi, 20			; to the registers
	mov edi, [result]
	mov ecx, 22
	rep movsd
	add edi, 8
	mov esi, WINDOW
	mov ecx, WINDOW_SIZE / 4
	rep movsd
	mov esp, [own_stack]
	add dword [result], RESULT_SIZE
	add dword [case], CASE_SIZE
	dec dword [input]
	jnz next

	mov ecx, output
.write:
	mov edx, [result]
	sub edx, ecx
	jz .done
	mov eax, SYS_WRITE
	mov ebx, 1
	int 0x80
	test eax, eax
	jle fail
	add ecx, eax
	jmp .write
.done:
	xor ebx, ebx
	mov eax, SYS_EXIT
	int 0x80

fail:
	mov ebx, 1
	mov eax, SYS_EXIT
	int 0x80

map:
	mov eax, SYS_MMAP2
	mov esi, 0x32			; private, anonymous, fixed
	mov edi, -1
	xor ebp, ebp
	int 0x80
	cmp eax, -4095
	jae fail
	ret

	section .data
; ILL TRAP BUS FPE SEGV
signals:	db 4, 5, 7, 8, 11, 0
	align 4
action:		dd handler
		dd 0x48000004		; SA_NODEFER | SA_ONSTACK | SA_SIGINFO
		dd 0
		dd 0, 0
alternate:	dd alternate_stack
		dd 0x80000000		; SS_AUTODISARM
		dd 65536

	section .bss
	alignb 16
alternate_stack:	resb 65536
own_stack:	resd 1
case:		resd 1
entry:		resd 2
result:		resd 1
	alignb 4096
input:		resb 4096 + MOST_CASES * CASE_SIZE
input_end:
output:		resb MOST_CASES * RESULT_SIZE
